package com.alexandrite.flags.server.schedule;

import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.change.RulesCheck;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes orders for later: one change at a time of day, or growth in steps. */
public final class Scheduling {
  private static final int MOST_STEPS = 50;
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private final FlagDatabase database;
  private final Definitions definitions;
  private final Environments environments;
  private final Schedules schedules;
  private final InstantSource clock;

  /** Over the flag database. */
  public Scheduling(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      Schedules schedules,
      InstantSource clock) {
    this.database = database;
    this.definitions = definitions;
    this.environments = environments;
    this.schedules = schedules;
    this.clock = clock;
  }

  /** For what, by whom and why. */
  public record For(String environment, String flag, String actor, String reason) {}

  /** One change at a moment in the future. */
  public Scheduled at(For what, Edit edit, Instant due) {
    refuseUnknown(what, null);
    if (!due.isAfter(clock.instant())) {
      throw Refused.invalid(
          "due-in-the-past", due + " is over.", "Give a moment in the future, or change it now.");
    }
    return schedules.add(scheduled(what, UUID.randomUUID(), due, edit, false));
  }

  /**
   * Growth: the first share at once, each further one after a pause.
   *
   * @param percents ascending, 0 to 100
   * @param variant what they get; null leaves it as the rule says
   * @param guarded whether each step waits for good measurements
   */
  public List<Scheduled> growth(
      For what, List<Double> percents, Duration pause, @Nullable String variant, boolean guarded) {
    refuseUnknown(what, variant);
    refuseInvalid(percents, pause);
    UUID series = UUID.randomUUID();
    Instant due = clock.instant();
    List<Scheduled> steps = new ArrayList<>();
    for (double percent : percents) {
      Edit step = new Edit.Share(RulesCheck.share(percent), variant);
      // Nobody has it before the first step: there is nothing to measure yet.
      steps.add(scheduled(what, series, due, step, guarded && !steps.isEmpty()));
      due = due.plus(pause);
    }
    return database.inTransaction(() -> {
      schedules.cancelGrowth(what.environment(), what.flag(), "replaced by " + what.actor());
      return steps.stream().map(schedules::add).toList();
    });
  }

  private Scheduled scheduled(For what, UUID series, Instant due, Edit edit, boolean guarded) {
    return new Scheduled(
        0,
        series,
        what.environment(),
        what.flag(),
        due,
        edit,
        guarded,
        Refused.reason(what.reason()),
        what.actor(),
        clock.instant(),
        "waiting",
        "",
        null);
  }

  private void refuseUnknown(For what, @Nullable String variant) {
    environments.known(what.environment());
    FlagDefinition flag = definitions.known(what.flag());
    if (variant != null && !flag.hasVariant(variant)) {
      throw Refused.invalid(
          "variant-unknown",
          flag.key() + " has no variant " + variant + ".",
          "Look at its variants: GET /api/flags/" + flag.key() + ".");
    }
  }

  private static void refuseInvalid(List<Double> percents, Duration pause) {
    boolean ascending = percents.equals(percents.stream().sorted().distinct().toList());
    if (percents.isEmpty() || percents.size() > MOST_STEPS || !ascending) {
      throw Refused.invalid(
          "steps-invalid", "These steps do not grow.", "Give 1 to 50 ascending percentages.");
    }
    if (pause.compareTo(SHORTEST) < 0) {
      throw Refused.invalid(
          "pause-too-short", "Steps need a pause of 10 s or more.", "Give a longer pause.");
    }
  }
}
