package com.alexandrite.flags.server.change;

import com.alexandrite.flags.server.store.FlagJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change before it has a number; JSON where states differ by subject. */
record Draft(
    String environment,
    String kind,
    String subjectKind,
    String subject,
    @Nullable String before,
    @Nullable String after,
    String actor,
    @Nullable String approvedBy,
    String reason,
    Instant clickedAt,
    @Nullable Long undoes) {

  static Draft ofFlag(Order order, @Nullable Object before, @Nullable Object after, Instant at) {
    return new Draft(
        order.environment(),
        order.undoes() != null ? "undo" : order.edit().kind(),
        "flag",
        order.flag(),
        FlagJson.writeNullable(before),
        FlagJson.writeNullable(after),
        order.actor(),
        order.approvedBy(),
        order.reason(),
        at,
        order.undoes());
  }
}
