package com.alexandrite.flags.server.hook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to hear of changes by HTTP.
 *
 * @param environment of which environment; null for all
 */
public record Webhook(
    UUID id, String url, @Nullable String environment, Instant createdAt, String createdBy) {}
