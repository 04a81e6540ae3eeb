package com.alexandrite.console.release;

import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;

/** The version that an image's tag names, for the revisions of a rollout. */
public final class Versions {
  private Versions() {}

  /** The version of a pod template. */
  public static String of(PodTemplate template) {
    String image = template.container().image();
    return image.substring(image.lastIndexOf(':') + 1);
  }

  /** The version that serves as stable; empty before the first. */
  public static String stable(RolloutState state) {
    return state
        .replicaSet(state.rollout().status().stableRS())
        .map(replicaSet -> of(replicaSet.template()))
        .orElse("");
  }

  /** The version that is wanted. */
  public static String wanted(RolloutState state) {
    return of(state.rollout().spec().template());
  }

  static String summary(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    return "%s, step %s, weight %d %%, stable %s, wanted %s"
        .formatted(
            status.phase().text(),
            status.currentStepIndex(),
            CanaryShare.of(state),
            stable(state),
            wanted(state));
  }
}
