package com.alexandrite.cli.rollouts;

import com.alexandrite.rollouts.engine.backtest.PastRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The console's ledger of a service's releases, as far as they can be played again.
 *
 * @param releases newest first
 * @param cutAt how far back the console tells; null if it tells all that were asked for
 */
record PastReleases(List<PastRelease> releases, @Nullable Instant cutAt) {

  /** As many as the console tells at once. */
  static final int MOST = 500;

  /** Why an older version was released again: nobody waited for its steps. */
  private static final Set<String> WAYS_BACK = Set.of("restored", "together");

  PastReleases {
    releases = List.copyOf(releases);
  }

  /** Those that ended; neither the first deployment of a service nor its ways back. */
  static PastReleases of(Console console, String service, Instant since)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    JsonNode ledger = console.get("/api/releases?service=%s&limit=%d".formatted(service, MOST));
    List<PastRelease> releases = new ArrayList<>();
    Instant earliest = null;
    for (JsonNode told : ledger) {
      Instant ended = time(told, "finishedAt");
      Instant started = time(told, "startedAt");
      earliest = started;
      if (ended != null && started != null && !started.isBefore(since) && hasSteps(told)) {
        releases.add(release(told, started, ended));
      }
    }
    boolean cut = ledger.size() == MOST && earliest != null && earliest.isAfter(since);
    return new PastReleases(releases, cut ? earliest : null);
  }

  private static boolean hasSteps(JsonNode told) {
    boolean replacedAnother = !told.path("fromHash").asString("").isEmpty();
    boolean wayBack =
        told.path("outcome").asString("").equals("Promoted")
            && WAYS_BACK.contains(told.path("cause").path("kind").asString(""));
    return replacedAnother && !wayBack;
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
        told.path("reason").asString(""),
        told.path("cause").path("kind").asString(null));
  }

  private static @Nullable Instant time(JsonNode told, String field) {
    String text = told.path(field).asString("");
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
