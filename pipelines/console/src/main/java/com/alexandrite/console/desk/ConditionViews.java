package com.alexandrite.console.desk;

import com.alexandrite.console.view.ConditionView;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.List;

/** What the engine says of each aspect of a rollout. */
final class ConditionViews {
  private ConditionViews() {}

  static List<ConditionView> of(RolloutState state) {
    return state.rollout().status().conditions().stream()
        .map(condition ->
            new ConditionView(
                condition.type(),
                condition.status(),
                condition.reason(),
                condition.message(),
                condition.lastTransitionTime()))
        .toList();
  }
}
