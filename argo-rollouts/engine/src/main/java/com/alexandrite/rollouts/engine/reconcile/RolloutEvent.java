package com.alexandrite.rollouts.engine.reconcile;

import java.time.Instant;

/**
 * Something worth telling that happened to a rollout.
 *
 * @param reason a stable word, as Argo's: RolloutStepCompleted, RolloutPaused, RolloutAborted,
 *     TrafficWeightUpdated, …
 */
public record RolloutEvent(Instant at, String reason, String message, boolean warning) {}
