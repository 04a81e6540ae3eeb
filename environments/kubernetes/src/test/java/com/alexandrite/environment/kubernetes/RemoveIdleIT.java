package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose label is taken away; the forge, Prometheus and the cluster answer what a test says. */
class RemoveIdleIT {

  private static final String NAMESPACES =
      """
      {"items": [
        {"metadata": {"labels": {
          "alexandrite.example/preview": "rings", "alexandrite.example/pull-request": "17"}}},
        {"metadata": {"labels": {
          "alexandrite.example/preview": "pins", "alexandrite.example/pull-request": "18"}}}]}
      """;

  enum Forge {
    GITHUB(
        "DELETE /repos/alexandrite/alexandrite/issues/%d/labels/preview ",
        "yyyy-MM-dd'T'HH:mm:ss'Z'"),
    GITLAB(
        "PUT /projects/alexandrite%%2Falexandrite/merge_requests/%d remove_labels=preview",
        "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final String taken;
    private final String time;

    Forge(String taken, String time) {
      this.taken = taken;
      this.time = time;
    }
  }

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Instant updated = Instant.now();
  private String requests = "0";
  private Forge forge = Forge.GITHUB;
  private boolean away;

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

  @ParameterizedTest
  @EnumSource
  void a_preview_that_nobody_touched_or_opened_for_three_days_loses_its_label(Forge of)
      throws IOException {
    forge = of;
    updated = Instant.now().minus(Duration.ofDays(3)).minusSeconds(60);

    run();

    assertThat(taken).containsExactly(of.taken.formatted(17), of.taken.formatted(18));
  }

  @ParameterizedTest
  @EnumSource
  void one_that_was_pushed_to_keeps_it(Forge of) throws IOException {
    forge = of;
    updated = Instant.now().minus(Duration.ofDays(3)).plusSeconds(60);

    run();

    assertThat(taken).isEmpty();
  }

  @Test
  void one_that_somebody_opened_keeps_it() throws IOException {
    updated = Instant.now().minus(Duration.ofDays(30));
    requests = "3.0006";

    run();

    assertThat(taken).isEmpty();
  }

  @Test
  void a_forge_that_does_not_answer_costs_nobody_a_preview() {
    updated = Instant.now().minus(Duration.ofDays(30));
    away = true;

    assertThatThrownBy(this::run).hasMessageContaining("404");

    assertThat(taken).isEmpty();
  }

  private void run() throws IOException {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    new SpaceScripts(
            Map.of(
                "PROMETHEUS_URL",
                address + "/prometheus",
                forge + "_API",
                address,
                forge + "_TOKEN",
                "token",
                "REPOSITORY",
                "alexandrite/alexandrite",
                "CLUSTER_HAS",
                NAMESPACES))
        .run("remove-idle");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!asked.startsWith("GET")) {
      taken.add(asked + " " + sent);
    }
    boolean metrics = asked.startsWith("GET /prometheus/");
    String body =
        metrics
            ? "{\"data\": {\"result\": [{\"value\": [0, \"%s\"]}]}}".formatted(requests)
            : "{\"updated_at\": \"%s\"}"
                .formatted(
                    DateTimeFormatter.ofPattern(forge.time, Locale.ROOT)
                        .format(updated.atZone(ZoneOffset.UTC)));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(away && !metrics ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
