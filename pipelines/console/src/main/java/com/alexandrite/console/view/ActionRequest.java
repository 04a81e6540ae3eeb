package com.alexandrite.console.view;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done to a rollout.
 *
 * @param rollout name of the Rollout
 * @param action promote, promote-full, abort, retry, undo or accept
 * @param toRevision revision to go back to, for undo only; null is the one before
 * @param actor who asks
 * @param reason why
 */
public record ActionRequest(
    String rollout, String action, @Nullable Integer toRevision, String actor, String reason) {}
