package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose label is taken away; GitHub, Prometheus and the cluster answer what a test says. */
class RemoveIdleIT {

  private static final String NAMESPACES =
      """
      {"items": [
        {"metadata": {"labels": {
          "alexandrite.example/preview": "rings", "alexandrite.example/pull-request": "17"}}},
        {"metadata": {"labels": {
          "alexandrite.example/preview": "pins", "alexandrite.example/pull-request": "18"}}}]}
      """;

  private final List<String> deleted = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Instant updated = Instant.now();
  private String requests = "0";

  RemoveIdleIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_preview_that_nobody_touched_or_opened_for_three_days_loses_its_label() throws IOException {
    updated = Instant.now().minus(Duration.ofDays(3)).minusSeconds(60);

    run();

    assertThat(deleted)
        .containsExactly(
            "/repos/alexandrite/alexandrite/issues/17/labels/preview",
            "/repos/alexandrite/alexandrite/issues/18/labels/preview");
  }

  @Test
  void one_that_somebody_opened_keeps_it() throws IOException {
    updated = Instant.now().minus(Duration.ofDays(30));
    requests = "3.0006";

    run();

    assertThat(deleted).isEmpty();
  }

  @Test
  void one_that_was_pushed_to_keeps_it() throws IOException {
    updated = Instant.now().minus(Duration.ofDays(3)).plusSeconds(60);

    run();

    assertThat(deleted).isEmpty();
  }

  private void run() throws IOException {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    new SpaceScripts(
            Map.of(
                "PROMETHEUS_URL",
                address + "/prometheus",
                "GITHUB_API",
                address,
                "GITHUB_TOKEN",
                "token",
                "REPOSITORY",
                "alexandrite/alexandrite",
                "CLUSTER_HAS",
                NAMESPACES))
        .run("remove-idle");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("DELETE")) {
      deleted.add(path);
    }
    String body =
        path.startsWith("/prometheus/")
            ? "{\"data\": {\"result\": [{\"value\": [0, \"%s\"]}]}}".formatted(requests)
            : "{\"updated_at\": \"%s\"}"
                .formatted(updated.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
