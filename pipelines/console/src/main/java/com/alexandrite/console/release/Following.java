package com.alexandrite.console.release;

import com.alexandrite.rollouts.engine.model.RolloutState;

/** What follows from an action, in numbers, as the audit log keeps it. */
final class Following {
  private static final int ALL = 100;

  private Following() {}

  static String from(String action, RolloutState before) {
    int weight = CanaryShare.of(before);
    return switch (action) {
      case "abort" -> "returns " + weight + " % of customers to version " + Versions.stable(before);
      case "promote-full" ->
          "gives the remaining "
              + (ALL - weight)
              + " % of customers version "
              + Versions.wanted(before);
      case "accept" -> "version " + Versions.stable(before) + " is watched no longer";
      case "retry" -> "starts again at the first step";
      case "pause" -> "holds everything as it is";
      case "promote", "resume", "skip-step" -> "goes on from " + weight + " %";
      case "skip-all-steps" -> "goes behind the last step";
      case "terminate" -> "ends the analysis with what it measured";
      case "restart" -> "replaces every pod, a few at a time";
      default -> "another version is wanted";
    };
  }
}
