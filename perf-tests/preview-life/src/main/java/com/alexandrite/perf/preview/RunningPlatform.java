package com.alexandrite.perf.preview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform that {@code ./alexandrite up} started from a checkout, seen from outside. */
final class RunningPlatform {

  static {
    // The JVM does not resolve *.localhost everywhere, so the name goes into the header.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ABSENT = 404;
  private static final int REFUSED = 400;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int edge;
  private final String token;

  private RunningPlatform(int edge, String token) {
    this.edge = edge;
    this.token = token;
  }

  /** The platform of a checkout; {@code ALEXANDRITE_HOME} names another home. */
  static RunningPlatform of(Path checkout) throws IOException {
    String named = System.getenv("ALEXANDRITE_HOME");
    Path home = named == null ? checkout.resolve(".alexandrite") : Path.of(named);
    JsonNode ports = JSON.readTree(Files.readString(home.resolve("ports.json")));
    return new RunningPlatform(
        ports.path("edge").asInt(),
        Files.readString(home.resolve("secrets/console-token")).strip());
  }

  /** Asks the console; empty for what is not there. */
  Optional<JsonNode> console(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request("console.localhost", path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    if (answer.statusCode() == ABSENT) {
      return Optional.empty();
    }
    if (answer.statusCode() >= REFUSED) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return Optional.of(JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
  }

  /** Asks a host of a preview, as a program does; the status of its answer. */
  int get(String host, String path) throws IOException, InterruptedException {
    return send(request(host, path).header("Accept", "application/json").GET()).statusCode();
  }

  private HttpRequest.Builder request(String host, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge + path))
        .timeout(LIMIT)
        .header("Host", host + ":" + edge);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
