package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.server.definition.FlagDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether a flag has outlived its purpose. */
final class Lifecycle {
  private static final Duration LONG = Duration.ofDays(30);
  private static final int SOON_DAYS = 14;

  private Lifecycle() {}

  /**
   * {@code expired}, {@code expiring} (within two weeks), {@code stale} (a flag that must go one
   * day, for 30 days the same for everybody, or not asked for) or empty.
   */
  static String mark(
      FlagDefinition flag,
      Collection<FlagRow.StateCell> states,
      @Nullable Instant lastEvaluated,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate expires = flag.expires();
    if (expires != null && expires.isBefore(today)) {
      return "expired";
    }
    if (expires != null && expires.isBefore(today.plusDays(SOON_DAYS))) {
      return "expiring";
    }
    boolean mustGo = flag.type() == FlagType.RELEASE || flag.type() == FlagType.EXPERIMENT;
    boolean old = flag.created().isBefore(today.minusDays(LONG.toDays()));
    boolean unasked = lastEvaluated == null || lastEvaluated.isBefore(now.minus(LONG));
    boolean settled =
        !states.isEmpty()
            && states.stream().allMatch(state -> isSettled(state, now.minus(LONG)))
            && states.stream().map(FlagRow.StateCell::state).distinct().count() == 1;
    return mustGo && old && (unasked || settled) ? "stale" : "";
  }

  private static boolean isSettled(FlagRow.StateCell state, Instant since) {
    return state.changedAt().isBefore(since)
        && (state.state().equals("on") || state.state().equals("off"));
  }
}
