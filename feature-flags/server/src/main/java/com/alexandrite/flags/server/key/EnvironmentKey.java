package com.alexandrite.flags.server.key;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key, without the secret.
 *
 * @param kind server (may read the whole document) or client (answers for one identity only)
 * @param ending the last characters of the secret, to tell keys apart
 */
public record EnvironmentKey(
    UUID id,
    String environment,
    String kind,
    String name,
    String ending,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt) {}
