package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.LiveFlags;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Counts reach a server once each, whichever addresses it knows. */
class EvaluationCountsTest {

  private final HttpServer server = onFreePort();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final LiveFlags live = new LiveFlags(Documents.CATALOGUE.flags(), false);
  private final EvaluationCounts counts =
      new EvaluationCounts(
          live,
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/"),
          "ser.key",
          JsonMapper.shared());

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void leave() {
    server.stop(0);
  }

  @Test
  void tellsByVariantWhatIsNew() {
    ask(3);
    counts.tell();
    counts.tell();
    ask(1);
    counts.tell();

    assertThat(taken)
        .containsExactly(
            "/api/v1/evaluations/ {\"counts\":[{\"flag\":\"switch\",\"variant\":\"off\",\"count\":3}]}",
            "/api/v1/evaluations/ {\"counts\":[{\"flag\":\"switch\",\"variant\":\"off\",\"count\":1}]}");
  }

  @Test
  void tellsFlagsmithByFlag() {
    answers.put("/api/v1/evaluations/", 404);
    ask(2);
    counts.tell();

    assertThat(taken).containsExactly("/api/v1/analytics/flags/ {\"switch\":2}");
  }

  @Test
  void tellsAgainWhatWasNotTaken() {
    answers.put("/api/v1/evaluations/", 500);
    ask(2);
    counts.tell();
    assertThat(taken).isEmpty();

    answers.clear();
    ask(1);
    counts.tell();
    assertThat(taken).singleElement().asString().contains("\"count\":3");
  }

  private void ask(int times) {
    for (int time = 0; time < times; time++) {
      assertThat(live.isOn(Documents.SWITCH, EvaluationContext.NOBODY)).isFalse();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      int status = answers.getOrDefault(path, 200);
      if (status == 200
          && "ser.key".equals(exchange.getRequestHeaders().getFirst("X-Environment-Key"))) {
        taken.add(path + " " + new String(body, StandardCharsets.UTF_8));
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static HttpServer onFreePort() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
