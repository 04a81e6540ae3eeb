package com.alexandrite.rollouts.local.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the real Argo Rollouts read out of the same answers; the conditions are the engine's part
 * and are tested there.
 */
class PrometheusConformanceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "";
  private volatile String asked = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked =
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI().getPath()
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answersAreReadAsArgoReadsThem() throws IOException {
    var soft = new SoftAssertions();
    for (JsonNode row : rows()) {
      check(soft, row);
    }
    soft.assertAll();
  }

  @Test
  void asksByPostAsArgoDoes() {
    body = "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2.5\"]}}";

    Reading reading = measure();

    assertThat(reading).isInstanceOf(Reading.Value.class);
    assertThat(((Reading.Value) reading).value()).isEqualTo(2.5);
    assertThat(asked).isEqualTo("POST /api/v1/query query=up");
  }

  private void check(SoftAssertions soft, JsonNode row) {
    String id = row.path("id").asString("");
    JsonNode in = row.path("in");
    status = in.path("httpStatus").asInt(200);
    body =
        in.has("response") ? in.path("response").toString() : in.path("responseText").asString("");
    Reading reading = measure();
    JsonNode want = row.path("want");
    switch (want.path("errorClass").asString("")) {
      case "query" ->
          soft.assertThat(message(reading))
              .as(id)
              .startsWith(want.path("token").asString("") + ":");
      case "" -> soft.assertThat(text(reading)).as(id).isEqualTo(want.path("value").asString(""));
      default -> {}
    }
  }

  private Reading measure() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new PrometheusMetricProvider(address, new SourceClients(), InstantSource.system())
        .query(new Prometheus("", "up", Duration.ofSeconds(5), false, List.of(), null, null, null));
  }

  private static String message(Reading reading) {
    return reading instanceof Reading.Failure(String message) ? message : "no failure: " + reading;
  }

  private static String text(Reading reading) {
    return reading instanceof Reading.Value value ? value.text() : "no value: " + reading;
  }

  private static List<JsonNode> rows() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    Path vectors = shared().resolve("conformance/prometheus-result.jsonl");
    if (Files.exists(vectors)) {
      for (String line : Files.readAllLines(vectors)) {
        JsonNode row = JSON.readTree(line);
        boolean instant = !row.path("in").has("rangeQuery");
        if (row.path("fn").asString("").equals("prometheusMeasure") && instant) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Path shared() {
    String given = System.getProperty("alexandrite.shared");
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared");
  }
}
