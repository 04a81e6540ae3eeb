package com.alexandrite.console.view;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done to a rollout.
 *
 * @param rollout name of the Rollout
 * @param action one of those that a rollout names as {@link RolloutDetail#actions}
 * @param toRevision revision to go back to, for undo only; null is the one before
 * @param image what to release, for set-image only
 * @param actor who asks
 * @param reason why
 */
public record ActionRequest(
    String rollout,
    String action,
    @Nullable Integer toRevision,
    @Nullable String image,
    String actor,
    String reason) {}
