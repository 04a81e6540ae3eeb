package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.util.ArrayList;
import java.util.List;

/** Checks what a blue-green strategy says. */
final class BlueGreenRules {

  private static final String STRATEGY = "spec.strategy.blueGreen";

  private BlueGreenRules() {}

  static List<Problem> check(RolloutSpec spec, BlueGreenStrategy blueGreen) {
    List<Problem> problems = new ArrayList<>();
    if (blueGreen.activeService().equals(blueGreen.previewService())) {
      problems.add(
          new Problem(
              STRATEGY + ".activeService", "must differ from previewService", "Use two Services"));
    }
    Integer limit = blueGreen.scaleDownDelayRevisionLimit();
    if (limit != null && spec.revisionHistoryLimit() < limit) {
      problems.add(
          new Problem(
              STRATEGY + ".scaleDownDelayRevisionLimit",
              "must not be above revisionHistoryLimit",
              "Lower it"));
    }
    return problems;
  }
}
