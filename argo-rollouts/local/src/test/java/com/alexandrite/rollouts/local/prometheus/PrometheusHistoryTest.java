package com.alexandrite.rollouts.local.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.RangeQuery;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.PastMetrics.Answer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that keeps what it was asked. */
class PrometheusHistoryTest {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00.250Z");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] form = exchange.getRequestBody().readAllBytes();
            asked.add(
                exchange.getRequestURI()
                    + " "
                    + URLDecoder.decode(
                        new String(form, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            byte[] answer =
                """
                {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"0.5"]}]}}
                """
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksForTheValueOfThen() {
    assertThat(history().at(prometheus("sum(x)", null), THEN))
        .isInstanceOfSatisfying(
            Answer.Known.class,
            known ->
                assertThat(known.reading())
                    .isInstanceOfSatisfying(
                        Reading.Value.class, value -> assertThat(value.text()).isEqualTo("[0.5]")));
    assertThat(asked)
        .singleElement()
        .asString()
        .startsWith("/api/v1/query ")
        .contains("query=sum(x)", "time=1795165200.25");
  }

  @Test
  void asksForTheRangeOfThen() {
    var range = new RangeQuery("now() - duration(\"1m\")", "now()", "10s");
    Answer _ = history().at(prometheus("x", range), THEN);
    assertThat(asked)
        .singleElement()
        .asString()
        .startsWith("/api/v1/query_range ")
        .contains("start=1795165140.25", "end=1795165200.25", "step=10");
  }

  @Test
  void aServerThatIsAwayNowSaysNothingOfThen() {
    status = 503;
    assertThat(history().at(prometheus("x", null), THEN)).isInstanceOf(Answer.Unknown.class);
    status = 400;
    assertThat(history().at(prometheus("x", null), THEN)).isInstanceOf(Answer.Known.class);
  }

  @Test
  void nobodyKeepsWhatAWebSiteAnswered() {
    ProviderSpec web =
        new ProviderSpec.Web(
            "", "http://x", List.of(), "", null, Duration.ofSeconds(1), "", false, null);
    assertThat(history().at(metric(web), THEN)).isInstanceOf(Answer.Unknown.class);
    assertThat(asked).isEmpty();
  }

  private PrometheusHistory history() {
    return new PrometheusHistory(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private static MetricSpec prometheus(String query, @Nullable RangeQuery range) {
    return metric(
        new Prometheus("", query, Duration.ofSeconds(5), false, List.of(), null, range, null));
  }

  private static MetricSpec metric(ProviderSpec provider) {
    return new MetricSpec("m", "", "", Limits.NONE, "", "", provider);
  }
}
