package com.alexandrite.console.release;

import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.safeguard.ConfigRevisions;
import org.jspecify.annotations.Nullable;

/**
 * A new version to release.
 *
 * @param image {@code alexandrite/shop:7}
 * @param drill fault that the new pods carry on purpose ({@code errors} or {@code latency}); null
 *     for none
 * @param gitRevision what it was built from; null if unknown
 */
public record ReleaseOrder(
    String image, @Nullable String drill, @Nullable String gitRevision, String reason) {

  /** What the rollout will want, with the configuration that was seen last. */
  PodTemplate template(RolloutState state) {
    PodTemplate newest =
        ConfigRevisions.newest(state, state.rollout().spec().template().withImage(image));
    return Drills.with(newest, drill);
  }
}
