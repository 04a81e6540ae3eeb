package com.alexandrite.console.preview.wake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import org.springframework.http.HttpStatus;

/**
 * Passes a held request on to the service that woke, and its answer back, both as streams. The
 * service is told the visitor's host as the edge tells it, in X-Forwarded-Host, which it trusts
 * from this machine. Each request has a connection of its own: the port may have had another
 * process a moment ago.
 */
final class Forwarding {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int CHUNK = 16 * 1024;

  void forward(Visit visit, int port) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    try {
      pass(visit, client, port);
    } finally {
      client.shutdownNow();
    }
  }

  private static void pass(Visit visit, HttpClient client, int port)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer;
    try {
      answer = client.send(request(visit, port), BodyHandlers.ofInputStream());
    } catch (IllegalArgumentException e) {
      Refusals.problem(
          visit,
          HttpStatus.BAD_REQUEST,
          "request-malformed",
          "This address or header cannot be passed on: " + e.getMessage(),
          "Encode it.");
      return;
    } catch (IOException e) {
      Refusals.problem(
          visit,
          HttpStatus.BAD_GATEWAY,
          "preview-hung-up",
          "The service hung up before it answered: " + e.getMessage(),
          "Look into its log, and try again.");
      return;
    }
    answer(answer, visit.response());
  }

  private static HttpRequest request(Visit visit, int port) throws IOException {
    HttpServletRequest from = visit.request();
    String query = from.getQueryString() == null ? "" : "?" + from.getQueryString();
    URI address = URI.create("http://127.0.0.1:" + port + from.getRequestURI() + query);
    HttpRequest.Builder to = HttpRequest.newBuilder(address).method(from.getMethod(), body(from));
    for (String name : Collections.list(from.getHeaderNames())) {
      if (HopByHop.passes(name, from.getHeader("Connection"))) {
        Collections.list(from.getHeaders(name)).forEach(value -> to.header(name, value));
      }
    }
    String host = from.getHeader("Host");
    return to.header("X-Forwarded-Host", host == null ? visit.hostName() : host)
        .header("X-Forwarded-Proto", from.getScheme())
        .header("X-Forwarded-For", from.getRemoteAddr())
        .build();
  }

  private static BodyPublisher body(HttpServletRequest from) {
    long length = from.getContentLengthLong();
    if (length == 0 || (length < 0 && from.getHeader("Transfer-Encoding") == null)) {
      return BodyPublishers.noBody();
    }
    BodyPublisher stream = BodyPublishers.ofInputStream(() -> input(from));
    return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
  }

  private static InputStream input(HttpServletRequest from) {
    try {
      return from.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpResponse<InputStream> from, HttpServletResponse to)
      throws IOException {
    to.setStatus(from.statusCode());
    String connection = from.headers().firstValue("Connection").orElse(null);
    from.headers()
        .map()
        .forEach((name, values) -> {
          if (HopByHop.comesBack(name, connection)) {
            values.forEach(value -> to.addHeader(name, value));
          }
        });
    try (InputStream body = from.body()) {
      copy(body, to.getOutputStream());
    }
  }

  /** What is there leaves at once: an answer may be a stream of events. */
  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      to.write(chunk, 0, read);
      if (from.available() == 0) {
        to.flush();
      }
    }
  }
}
