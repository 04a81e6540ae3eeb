package com.alexandrite.flags.server.hook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook.
 *
 * @param state waiting, delivered or given-up
 */
public record Delivery(
    long id,
    UUID webhook,
    int attempts,
    Instant nextAt,
    String state,
    String lastError,
    @Nullable Instant deliveredAt) {}
