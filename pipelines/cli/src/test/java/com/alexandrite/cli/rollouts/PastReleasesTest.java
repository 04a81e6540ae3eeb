package com.alexandrite.cli.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.site.Site;
import com.alexandrite.rollouts.engine.backtest.PastRelease;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of all that the console tells, what can be played again. */
class PastReleasesTest {

  private static final String LEDGER =
      """
      [{"releaseId":"running","service":"shop","outcome":null,"fromVersion":"7","toVersion":"8","reason":"r",
        "fromHash":"g","toHash":"h","startedAt":"2026-11-20T11:00:00Z","finishedAt":null,"firstRequestAt":null,"abortedAt":null},
       {"releaseId":"r-7","service":"shop","outcome":"RolledBack","fromVersion":"6","toVersion":"7","reason":"error-rate",
        "fromHash":"f","toHash":"g","startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:00:25Z",
        "firstRequestAt":"2026-11-20T10:00:04Z","abortedAt":"2026-11-20T10:00:21Z","cause":{"kind":"worse","metric":"error-rate"}},
       {"releaseId":"guard","service":"shop","outcome":"Promoted","fromVersion":"6","toVersion":"5","reason":"failed after its promotion",
        "fromHash":"f","toHash":"e","startedAt":"2026-11-20T09:00:00Z","finishedAt":"2026-11-20T09:00:09Z","firstRequestAt":null,"abortedAt":null,
        "cause":{"kind":"restored","why":"error-rate"}},
       {"releaseId":"group","service":"shop","outcome":"Promoted","fromVersion":"6","toVersion":"5","reason":"back with the others",
        "fromHash":"f","toHash":"e","startedAt":"2026-11-20T08:00:00Z","finishedAt":"2026-11-20T08:00:09Z","firstRequestAt":null,"abortedAt":null,
        "cause":{"kind":"together","group":"product"}},
       {"releaseId":"stopped","service":"shop","outcome":"RolledBack","fromVersion":"5","toVersion":"6","reason":"the group went back",
        "fromHash":"e","toHash":"f","startedAt":"2026-11-20T07:00:00Z","finishedAt":"2026-11-20T07:00:25Z",
        "firstRequestAt":"2026-11-20T07:00:04Z","abortedAt":"2026-11-20T07:00:21Z","cause":{"kind":"together","group":"product"}},
       {"releaseId":"first","service":"mes","outcome":"Promoted","fromVersion":"","toVersion":"1","reason":"",
        "fromHash":"","toHash":"x","startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:00:30Z","firstRequestAt":null,"abortedAt":null},
       {"releaseId":"old","service":"shop","outcome":"Promoted","fromVersion":"5","toVersion":"6","reason":"",
        "fromHash":"e","toHash":"f","startedAt":"2026-11-01T10:00:00Z","finishedAt":"2026-11-01T10:02:00Z","firstRequestAt":null,"abortedAt":null}]
      """;

  private static final Instant SINCE = Instant.parse("2026-11-10T00:00:00Z");

  @Test
  void areThoseThatEndedSinceAndHadAVersionBefore() throws Exception {
    PastReleases past = told(LEDGER);

    assertThat(past.releases()).extracting(PastRelease::id).containsExactly("r-7", "stopped");
    assertThat(past.cutAt()).isNull();
    PastRelease release = past.releases().getFirst();
    assertThat(release.start()).hasValue(Duration.ofSeconds(4));
    assertThat(release.abortedAfter()).hasValue(Duration.ofSeconds(21));
    assertThat(release.fromHash()).isEqualTo("f");
    assertThat(release.toHash()).isEqualTo("g");
    assertThat(past.releases())
        .extracting(PastRelease::endedFromOutside)
        .containsExactly(false, true);
  }

  @Test
  void saysWhereTheConsoleTellsNoMore() throws Exception {
    String full =
        IntStream.range(0, PastReleases.MOST)
            .mapToObj(hours -> SINCE.plus(Duration.ofHours(600 - hours)))
            .map("{\"startedAt\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(told(full).cutAt()).isEqualTo(SINCE.plus(Duration.ofHours(101)));
    assertThat(told(full.replace("2026-11-14T05", "2026-11-01T00")).cutAt()).isNull();
  }

  private static PastReleases told(String ledger) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/releases",
        exchange -> {
          try (exchange) {
            boolean asked = exchange.getRequestURI().getQuery().equals("service=shop&limit=500");
            byte[] answer = (asked ? ledger : "[]").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    try {
      Site site = Site.behindEdge("console", server.getAddress().getPort(), Duration.ofSeconds(10));
      return PastReleases.of(new Console(site, "token"), "shop", SINCE);
    } finally {
      server.stop(0);
    }
  }
}
