package com.alexandrite.cli.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * One site behind the edge, such as {@code shop.localhost:8080}. The JVM cannot resolve {@code
 * *.localhost}, so a site connects to the loopback address and names itself in the Host header. It
 * can reach nothing but this machine.
 */
public final class Site {
  static {
    // Read once by the JDK when its HTTP client is first used, hence before any client is made
    // here.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private final HttpClient client;
  private final String host;
  private final int edgePort;
  private final Duration timeout;

  private Site(HttpClient client, String host, int edgePort, Duration timeout) {
    this.client = client;
    this.host = host;
    this.edgePort = edgePort;
    this.timeout = timeout;
  }

  /**
   * The site of that name behind the edge at that port.
   *
   * @param name the first label of the host name: shop, crm, mes, console, api
   * @param timeout longest wait for one answer
   */
  public static Site behindEdge(String name, int edgePort, Duration timeout) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(timeout)
            .build();
    return new Site(client, name + ".localhost:" + edgePort, edgePort, timeout);
  }

  /** The address that a browser on this machine opens. */
  public URI address() {
    return URI.create("http://" + host + "/");
  }

  /**
   * Sends one request and waits for the whole answer.
   *
   * @param path absolute path with its query
   * @throws IOException when no answer came in time
   * @throws InterruptedException when the calling thread is interrupted while waiting
   */
  public HttpResponse<String> send(
      String method, String path, BodyPublisher body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edgePort + path))
            .method(method, body)
            .timeout(timeout)
            .header("Host", host);
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
