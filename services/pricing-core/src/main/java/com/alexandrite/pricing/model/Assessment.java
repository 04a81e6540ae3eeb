package com.alexandrite.pricing.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of measuring one file. A refusal is an answer, not an error. */
public sealed interface Assessment {

  /**
   * What the file holds, as stored, before any repair.
   *
   * @param format recognised format
   * @param figures sums over all triangles
   * @param topology null where the figures already led to a refusal
   */
  record Stored(ModelFormat format, Figures figures, @Nullable Topology topology) {}

  /**
   * A body that can be made.
   *
   * @param stored the file as it is
   * @param body what is priced, after the repairs
   * @param repairs what was mended, in order
   * @param warnings what a person should know
   */
  record Priceable(
      Stored stored, PricedBody body, List<Repair> repairs, List<ModelWarning> warnings)
      implements Assessment {}

  /**
   * A file that is not priced.
   *
   * @param reason the first reason in the order of {@link RefusalReason}
   * @param detail one sentence for a person: what is wrong
   * @param format recognised format, null when none was
   * @param stored the file as it is, null when it could not be read
   */
  record Refused(
      RefusalReason reason, String detail, @Nullable ModelFormat format, @Nullable Stored stored)
      implements Assessment {}
}
