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

  /** What the owner of the model can do, as one sentence. */
  public String advice() {
    return switch (this) {
      case EMPTY -> "Export the model again with its bodies selected.";
      case TRUNCATED -> "Export or upload the file again: its end is missing.";
      case MALFORMED -> "Export the model again as STL.";
      case UNSUPPORTED_FORMAT -> "Export the model as STL.";
      case NON_FINITE -> "Export the model again: numbers in it are broken.";
      case TOO_LARGE -> "Check the unit of the export, or reduce the number of triangles.";
      case ZERO_VOLUME -> "Give the surface a thickness.";
      case NOT_CLOSED -> "Close the holes in your 3D program.";
      case NON_MANIFOLD -> "Separate or merge the bodies that only touch along an edge.";
      case INCONSISTENT_WINDING -> "Let your 3D program recompute the normals.";
    };
  }

  /** The stable word for programs, as in {@code not-closed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
