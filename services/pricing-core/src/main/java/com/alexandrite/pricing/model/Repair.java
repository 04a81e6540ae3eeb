package com.alexandrite.pricing.model;

import java.util.Locale;

/** What was mended before measuring, in the order in which it is done. */
public enum Repair {
  /** Triangles with two equal corners were dropped. */
  DROP_DEGENERATE,
  /** Repeated triangles (same corners, same direction) were dropped. */
  DROP_DUPLICATES,
  /** Positions closer than a millionth of the diagonal were merged. */
  WELD,
  /** Triangles were turned, so that neighbours agree. */
  REORIENT,
  /** The whole model was inside out. */
  FLIP_ALL,
  /** Single shells were inside out. */
  FLIP_SHELLS;

  /** The stable word for programs, as in {@code drop-degenerate}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
