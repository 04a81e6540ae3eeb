package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.safeguard.FreezeWindow.Scope;
import java.util.List;

/** Checks that the safeguards fit the rollout. */
final class SafeguardRules {

  private static final String FREEZE = "metadata.annotations." + Safeguards.FREEZE;

  private SafeguardRules() {}

  static void check(Safeguards safeguards, RolloutSpec spec, List<Mistake> problems) {
    int steps = spec.canary().steps().size();
    if (!safeguards.freezes().isEmpty() && steps == 0) {
      problems.add(new Mistake(FREEZE, "finds no steps", "Write steps, or remove it"));
      return;
    }
    for (FreezeWindow window : safeguards.freezes()) {
      String said = "says \"" + window.text() + "\"";
      switch (window.scope()) {
        case Scope.FromStep(int step) -> {
          if (step < 1 || step > steps) {
            problems.add(new Mistake(FREEZE, said, "Name a step from 1 to " + steps));
          }
        }
        case Scope.AboveWeight(int weight) -> {
          if (weight > 100) {
            problems.add(new Mistake(FREEZE, said, "Name a percentage below 100"));
          }
        }
      }
    }
  }
}
