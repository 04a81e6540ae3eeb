package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.server.TestHost.TestClock;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Growth that goes on while all is well, and goes back by itself on harm. */
class GuardedGrowthIT {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  /** Failed requests of those who have the flag, of 100. */
  private static volatile int failing;

  /** What is measured at all: {@code flag_requests} or {@code flag_jobs}. */
  private static volatile String measured = "";

  private static HttpServer prometheus;
  private static FlagRig rig;

  @BeforeAll
  static void start() throws IOException {
    prometheus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    prometheus.createContext(
        "/api/v1/query",
        exchange -> {
          String query =
              URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
          byte[] body = answer(measured(query)).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    prometheus.start();
    String address = "http://127.0.0.1:" + prometheus.getAddress().getPort();
    rig = new FlagRig(servers, host, Map.of("alexandrite.flagserver.prometheus", address));
  }

  @AfterAll
  static void stop() {
    rig.close();
    prometheus.stop(0);
  }

  private static double measured(String query) {
    if (!query.contains(measured)) {
      return 0;
    }
    if (query.contains("histogram_quantile")) {
      return 0.1;
    }
    boolean having = query.contains("variant!=");
    return query.contains("SERVER_ERROR") ? (having ? failing : 1) : 100;
  }

  private static String answer(double value) {
    return "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"value\":[1,\""
        + value
        + "\"]}]}}";
  }

  @Test
  void itGrowsWhileAllIsWellAndGoesBackOnHarm() throws Exception {
    String flag = "/api/flags/fast-lane/environments/staging";
    failing = 1;
    measured = "flag_requests";
    rig.post(
        flag + "/growth",
        Map.of(
            "percents",
            List.of(10, 30, 60, 100),
            "pauseSeconds",
            60,
            "guarded",
            true,
            "reason",
            "carefully"),
        201);
    await().until(() -> rig.get(flag).path("percent").asDouble() == 10);
    TestClock.CLOCK.forward(Duration.ofSeconds(61));
    await().until(() -> rig.get(flag).path("percent").asDouble() == 30);

    failing = 25;
    await().until(() -> rig.get(flag).path("percent").asDouble() == 0);

    JsonNode last = rig.get("/api/flag-changes?environment=staging&flag=fast-lane").get(0);
    assertThat(last.path("actor").asString()).isEqualTo("guarded growth");
    assertThat(last.path("reason").asString())
        .isEqualTo("Back to 0 %: 25.0 % of the requests with it failed, 1.0 % without it");
    TestClock.CLOCK.forward(Duration.ofMinutes(10));
    assertThat(
            rig.get("/api/flag-schedules?environment=staging")
                .valueStream()
                .map(one -> one.path("state").asString()))
        .containsExactlyInAnyOrder("done", "done", "failed", "cancelled");
  }

  @Test
  void jobsThatFailTakeItBackToo() throws Exception {
    String flag = "/api/flags/fast-lane/environments/production";
    failing = 1;
    measured = "flag_jobs";
    rig.post(
        flag + "/growth",
        Map.of(
            "percents",
            List.of(10, 100),
            "pauseSeconds",
            60,
            "guarded",
            true,
            "reason",
            "carefully"),
        201);
    await().until(() -> rig.get(flag).path("percent").asDouble() == 10);

    failing = 25;
    await().until(() -> rig.get(flag).path("percent").asDouble() == 0);

    JsonNode last = rig.get("/api/flag-changes?environment=production&flag=fast-lane").get(0);
    assertThat(last.path("reason").asString())
        .isEqualTo("Back to 0 %: 25.0 % of the jobs with it failed, 1.0 % without it");
  }
}
