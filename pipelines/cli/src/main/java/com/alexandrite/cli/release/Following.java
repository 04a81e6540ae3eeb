package com.alexandrite.cli.release;

import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.rollouts.RolloutScreen;
import com.alexandrite.cli.rollouts.RolloutView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows one release until the console knows its outcome. It asks again and again instead of
 * holding a connection, so that a restart of the console or of the edge in between is just an
 * answer that comes later.
 */
public final class Following {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Console console;
  private final RolloutScreen screen;
  private final InstantSource clock;
  private final Beat beat;
  private final Duration patience;
  private @Nullable Instant awaySince;

  /**
   * @param patience how long the console may be away before this gives up
   */
  public Following(
      Console console, RolloutScreen screen, InstantSource clock, Beat beat, Duration patience) {
    this.console = console;
    this.screen = screen;
    this.clock = clock;
    this.beat = beat;
    this.patience = patience;
  }

  /**
   * Waits for the end.
   *
   * @throws ConsoleAway when the console stayed away for longer than the patience
   * @throws ConsoleRefused when the console does not know the release
   */
  public ReleaseResult toTheEnd(String service, String releaseId)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    while (true) {
      try {
        JsonNode result = console.releaseResult(releaseId);
        screen.show(RolloutView.of(console.rollout(service)));
        awaySince = null;
        if (result.path("outcome").isString()) {
          return result(service, result);
        }
      } catch (ConsoleAway away) {
        endure(away);
      }
      beat.await();
    }
  }

  private void endure(ConsoleAway away) throws ConsoleAway {
    Instant now = clock.instant();
    Instant since = awaySince == null ? now : awaySince;
    if (awaySince == null) {
      screen.consoleAway();
    }
    awaySince = since;
    if (Duration.between(since, now).compareTo(patience) > 0) {
      throw away;
    }
  }

  private ReleaseResult result(String service, JsonNode result) {
    ReleaseResult told = JSON.treeToValue(result, ReleaseResult.class);
    String page = console.page(service).toString();
    return new ReleaseResult(
        told.outcome(),
        service,
        told.fromVersion(),
        told.toVersion(),
        told.reason(),
        told.why(),
        told.requests(),
        told.failedRequests(),
        told.secondsToAbort(),
        told.seconds(),
        result.path("rollout").isString() ? result.path("rollout").asString() : page);
  }
}
