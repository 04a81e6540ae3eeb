package com.alexandrite.flags.server.schedule;

import com.alexandrite.flags.server.change.ChangingFlag;
import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.change.Order;
import com.alexandrite.flags.server.change.Outcome;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes the changes that are due, one transaction each: a crash leaves a step undone, never half
 * done, and two servers never do the same one.
 */
public final class DueChanges {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

  private final FlagDatabase database;
  private final Schedules schedules;
  private final ChangingFlag changing;
  private final Freezes freezes;
  private final Guard guard;
  private final InstantSource clock;

  /** Over the flag database. */
  public DueChanges(
      FlagDatabase database,
      Schedules schedules,
      ChangingFlag changing,
      Freezes freezes,
      Guard guard,
      InstantSource clock) {
    this.database = database;
    this.schedules = schedules;
    this.changing = changing;
    this.freezes = freezes;
    this.guard = guard;
    this.clock = clock;
  }

  /** Does all that is due; before that, ends growth that harms. */
  public void run() {
    schedules.guarded().forEach(this::watch);
    boolean more = true;
    while (more) {
      more = database.inTransaction(this::doNext);
    }
  }

  private boolean doNext() {
    Instant now = clock.instant();
    Optional<Scheduled> due = schedules.nextDue(now);
    due.ifPresent(step -> {
      var frozen = freezes.inForce(step.environment(), now);
      if (frozen.isPresent()) {
        schedules.postpone(step, frozen.get().to(), "frozen: " + frozen.get().reason());
      } else if (step.guarded()) {
        doGuarded(step, now);
      } else {
        carryOut(step);
      }
    });
    return due.isPresent();
  }

  /** Harm may show between two steps; whoever has the flag must not wait for the next. */
  private void watch(Scheduled next) {
    Guard.Finding finding = guard.look(next.environment(), next.flag());
    if (finding.verdict() == Guard.Verdict.HARM) {
      database.inTransaction(() -> takeBack(next, finding));
    }
  }

  private void doGuarded(Scheduled step, Instant now) {
    Guard.Finding finding = guard.look(step.environment(), step.flag());
    switch (finding.verdict()) {
      case WELL -> carryOut(step);
      case UNCLEAR -> schedules.postpone(step, now.plus(LOOK_AGAIN), finding.why());
      case HARM -> takeBack(step, finding);
    }
  }

  private void takeBack(Scheduled step, Guard.Finding finding) {
    schedules.end(step.id(), "failed", finding.why(), null);
    schedules.cancelGrowth(step.environment(), step.flag(), finding.why());
    changing.change(
        Order.of(
            step.environment(),
            step.flag(),
            new Edit.Share(0, null),
            "guarded growth",
            shortened("Back to 0 %: " + finding.why()),
            null));
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), 500));
  }

  private void carryOut(Scheduled step) {
    try {
      Outcome outcome =
          changing.change(
              Order.of(
                  step.environment(),
                  step.flag(),
                  step.edit(),
                  step.askedBy() + " (scheduled)",
                  step.reason(),
                  null));
      switch (outcome) {
        case Outcome.Done done -> schedules.end(step.id(), "done", "", done.change().id());
        case Outcome.Waits waits ->
            schedules.end(step.id(), "asked", "request " + waits.request().id() + " waits", null);
        case Outcome.Same _ -> schedules.end(step.id(), "done", "it was so already", null);
      }
    } catch (Refused refusal) {
      schedules.end(step.id(), "failed", refusal.detail(), null);
    }
  }
}
