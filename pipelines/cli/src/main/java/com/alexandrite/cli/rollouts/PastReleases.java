package com.alexandrite.cli.rollouts;

import com.alexandrite.rollouts.engine.backtest.PastRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The console's ledger of releases, as far as they can be played again. */
final class PastReleases {

  /** As many as the console tells at once. */
  private static final int MOST = 500;

  private PastReleases() {}

  /** Those that ended, newest first; the first deployment of a service was none. */
  static List<PastRelease> of(Console console, Instant since)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    List<PastRelease> releases = new ArrayList<>();
    for (JsonNode told : console.get("/api/releases?limit=" + MOST)) {
      Instant ended = time(told, "finishedAt");
      Instant started = time(told, "startedAt");
      boolean replacedAnother = !told.path("fromHash").asString("").isEmpty();
      if (ended != null && started != null && !started.isBefore(since) && replacedAnother) {
        releases.add(release(told, started, ended));
      }
    }
    return releases;
  }

  private static PastRelease release(JsonNode told, Instant started, Instant ended) {
    return new PastRelease(
        told.path("releaseId").asString(),
        told.path("service").asString(),
        told.path("fromVersion").asString(),
        told.path("toVersion").asString(),
        told.path("fromHash").asString(),
        told.path("toHash").asString(),
        started,
        time(told, "firstRequestAt"),
        time(told, "abortedAt"),
        ended,
        told.path("outcome").asString(),
        told.path("reason").asString(""));
  }

  private static @Nullable Instant time(JsonNode told, String field) {
    String text = told.path(field).asString("");
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
