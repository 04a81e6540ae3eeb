package com.alexandrite.flags.server.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made.
 *
 * @param version the environment's version that it brought
 * @param clickedAt when it was asked for
 * @param at when it was decided
 * @param approvedBy the second person, where one is needed
 * @param kind on, off, share, rules, shuffle, undo, import, archive or segment
 * @param subjectKind flag or segment
 * @param before JSON of the state before; null when there was none
 * @param after JSON of the state afterwards; null when there is none
 * @param undoes the change that it takes back
 * @param everywhereMs from the click until the last instance had it; null until then
 * @param instances how many instances that were
 */
public record Change(
    long id,
    String environment,
    long version,
    Instant clickedAt,
    Instant at,
    String actor,
    @Nullable String approvedBy,
    String kind,
    String subjectKind,
    String subject,
    String reason,
    @Nullable String before,
    @Nullable String after,
    @Nullable Long undoes,
    @Nullable Long everywhereMs,
    @Nullable Integer instances) {}
