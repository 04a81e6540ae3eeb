package com.alexandrite.flags.server.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for a second person, or waited.
 *
 * @param before JSON of the state that it was decided upon
 * @param wanted JSON of the state that it would bring; null takes a segment away
 * @param state waiting, approved or rejected
 * @param decidedBy the second person
 * @param decision why they decided so
 * @param changeId the change that came of it
 */
public record ChangeRequest(
    long id,
    String environment,
    String kind,
    String subjectKind,
    String subject,
    @Nullable String before,
    @Nullable String wanted,
    String reason,
    String askedBy,
    Instant askedAt,
    @Nullable Long undoes,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decision,
    @Nullable Long changeId) {}
