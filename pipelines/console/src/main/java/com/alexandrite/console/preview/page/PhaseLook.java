package com.alexandrite.console.preview.page;

import com.alexandrite.preview.Phase;
import java.util.List;

/**
 * How a phase is shown.
 *
 * @param icon name of an icon of the sprite
 * @param tone neutral, info, busy, good, warn or harm
 */
public record PhaseLook(String icon, String tone) {
  private static final List<Phase> WAY =
      List.of(Phase.QUEUED, Phase.BUILDING, Phase.PREPARING, Phase.STARTING, Phase.READY);

  /**
   * One step on the way to ready.
   *
   * @param state done, running or pending
   */
  public record Step(Phase phase, String state) {}

  /** Of this phase. */
  public static PhaseLook of(Phase phase) {
    return switch (phase) {
      case QUEUED -> new PhaseLook("hourglass", "warn");
      case BUILDING, PREPARING, STARTING, WAKING -> new PhaseLook("loader-circle", "busy");
      case READY -> new PhaseLook("circle-check", "good");
      case ASLEEP -> new PhaseLook("moon", "neutral");
      case FAILED -> new PhaseLook("octagon-x", "harm");
      case REMOVING -> new PhaseLook("trash-2", "neutral");
    };
  }

  /** Whether it is on its way, so that the page shows the steps. */
  public static boolean underWay(Phase phase) {
    return phase == Phase.WAKING || (WAY.contains(phase) && phase != Phase.READY);
  }

  /** The steps to ready with what is done; a preview that wakes only starts. */
  public static List<Step> way(Phase phase) {
    if (phase == Phase.WAKING) {
      return List.of(new Step(Phase.WAKING, "running"), new Step(Phase.READY, "pending"));
    }
    int now = WAY.indexOf(phase);
    return WAY.stream().map(one -> new Step(one, state(WAY.indexOf(one), now))).toList();
  }

  private static String state(int step, int now) {
    return step < now ? "done" : step == now ? "running" : "pending";
  }
}
