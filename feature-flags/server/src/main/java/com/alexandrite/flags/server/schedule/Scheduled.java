package com.alexandrite.flags.server.schedule;

import com.alexandrite.flags.server.change.Edit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that is due later.
 *
 * @param series all steps of one growth have it in common
 * @param guarded whether it waits for good measurements of those who have the flag
 * @param state waiting, done, asked (it waits for a second person now), failed or cancelled
 * @param note why it is in that state; empty when there is nothing to say
 */
public record Scheduled(
    long id,
    UUID series,
    String environment,
    String flag,
    Instant dueAt,
    Edit edit,
    boolean guarded,
    String reason,
    String askedBy,
    Instant askedAt,
    String state,
    String note,
    @Nullable Long changeId) {}
