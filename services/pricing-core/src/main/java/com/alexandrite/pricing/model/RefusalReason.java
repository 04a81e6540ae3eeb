package com.alexandrite.pricing.model;

import java.util.Locale;

/** Why a model is not priced, in the order in which the checks are made. */
public enum RefusalReason {
  /** No bytes, or no triangle. */
  EMPTY,
  /** The file ends before what it announces. */
  TRUNCATED,
  /** The syntax of the format is broken. */
  MALFORMED,
  /** A format that is not read (yet). */
  UNSUPPORTED_FORMAT,
  /** A coordinate is NaN or infinite. */
  NON_FINITE,
  /** An edge of the box, the bytes or the triangles are over the limit. */
  TOO_LARGE,
  /** The body is flat: no volume worth the name. */
  ZERO_VOLUME,
  /** The surface has a hole. */
  NOT_CLOSED,
  /** More than two triangles meet at an edge. */
  NON_MANIFOLD,
  /** Closed, but inside and outside cannot be told apart. */
  INCONSISTENT_WINDING;

  /** The stable word for programs, as in {@code not-closed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
