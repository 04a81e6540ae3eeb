package com.alexandrite.kit.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that waits in the table. */
record OutboxRow(
    long id,
    UUID eventId,
    UUID aggregateId,
    String exchange,
    String type,
    String body,
    @Nullable String traceId,
    @Nullable String baggage) {}
