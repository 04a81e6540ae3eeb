package com.alexandrite.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the controller says of one aspect of a rollout.
 *
 * @param type the aspect: Available, Progressing, Paused, Healthy, Completed
 * @param status True, False or Unknown
 * @param reason one word; empty when there is none
 * @param message a sentence; empty when there is none
 * @param since when the status became so; null when that is not known
 */
public record ConditionView(
    String type, String status, String reason, String message, @Nullable Instant since) {}
