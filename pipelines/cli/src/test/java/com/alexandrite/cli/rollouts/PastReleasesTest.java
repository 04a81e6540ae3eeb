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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of all that the console tells, what can be played again. */
class PastReleasesTest {

  private static final String LEDGER =
      """
      [{"releaseId":"running","service":"shop","outcome":null,"fromVersion":"7","toVersion":"8","reason":"r",
        "fromHash":"g","toHash":"h","startedAt":"2026-11-20T11:00:00Z","finishedAt":null,"firstRequestAt":null,"abortedAt":null},
       {"releaseId":"r-7","service":"shop","outcome":"RolledBack","fromVersion":"6","toVersion":"7","reason":"error-rate",
        "fromHash":"f","toHash":"g","startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:00:25Z",
        "firstRequestAt":"2026-11-20T10:00:04Z","abortedAt":"2026-11-20T10:00:21Z"},
       {"releaseId":"first","service":"mes","outcome":"Promoted","fromVersion":"","toVersion":"1","reason":"",
        "fromHash":"","toHash":"x","startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:00:30Z","firstRequestAt":null,"abortedAt":null},
       {"releaseId":"old","service":"shop","outcome":"Promoted","fromVersion":"5","toVersion":"6","reason":"",
        "fromHash":"e","toHash":"f","startedAt":"2026-11-01T10:00:00Z","finishedAt":"2026-11-01T10:02:00Z","firstRequestAt":null,"abortedAt":null}]
      """;

  @Test
  void areThoseThatEndedSinceAndHadAVersionBefore() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/releases",
        exchange -> {
          try (exchange) {
            byte[] ledger = LEDGER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, ledger.length);
            exchange.getResponseBody().write(ledger);
          }
        });
    server.start();
    try {
      Site site = Site.behindEdge("console", server.getAddress().getPort(), Duration.ofSeconds(10));
      List<PastRelease> releases =
          PastReleases.of(new Console(site, "token"), Instant.parse("2026-11-10T00:00:00Z"));

      assertThat(releases).extracting(PastRelease::id).containsExactly("r-7");
      PastRelease release = releases.getFirst();
      assertThat(release.start()).hasValue(Duration.ofSeconds(4));
      assertThat(release.abortedAfter()).hasValue(Duration.ofSeconds(21));
      assertThat(release.fromHash()).isEqualTo("f");
      assertThat(release.toHash()).isEqualTo("g");
    } finally {
      server.stop(0);
    }
  }
}
