package com.alexandrite.environment.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Makes virtual hosts through the management plugin: 10 ms a call, where rabbitmqctl takes 0.5 s.
 */
public record RabbitAdmin(int managementPort, String user, String password) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Makes sure that the virtual host is there and that the user may do everything in it. */
  public void ensureVhost(String vhost) throws IOException {
    send("PUT", "/api/vhosts/" + encode(vhost), "{}");
    send(
        "PUT",
        "/api/permissions/" + encode(vhost) + "/" + encode(user),
        """
        {"configure":".*","write":".*","read":".*"}\
        """);
  }

  /** Deletes a virtual host with its queues. */
  public void deleteVhost(String vhost) throws IOException {
    send("DELETE", "/api/vhosts/" + encode(vhost), "");
  }

  /** Whether the management plugin answers. */
  public boolean answers() {
    try {
      send("GET", "/api/whoami", "");
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void send(String method, String path, String body) throws IOException {
    String basic =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
            .timeout(TIMEOUT)
            // Its server takes the offer of HTTP/2 and then hangs up.
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300 && response.statusCode() != 404) {
        throw new IOException(
            method
                + " "
                + path
                + " of RabbitMQ answers "
                + response.statusCode()
                + ": "
                + response.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking RabbitMQ", e);
    }
  }

  private static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
