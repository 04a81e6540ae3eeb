package com.alexandrite.pricing.model;

/**
 * Bounds that keep one file from taking the machine.
 *
 * @param maxBytes largest file, in bytes
 * @param maxTriangles most triangles; measuring needs about 120 bytes of heap for each
 * @param maxEdgeMm longest edge of the box, in millimetres
 */
public record ModelLimits(long maxBytes, int maxTriangles, double maxEdgeMm) {

  /**
   * What the heap of this process allows, with at most two thirds of it for models, and a box of
   * 100 m.
   */
  public static ModelLimits ofThisProcess() {
    long triangles = Runtime.getRuntime().maxMemory() * 2 / 3 / 120;
    return new ModelLimits(1L << 30, (int) Math.min(triangles, 20_000_000L), 100_000);
  }

  /** The same when so many models are measured at the same time. */
  public ModelLimits sharedBy(int models) {
    return new ModelLimits(maxBytes, maxTriangles / models, maxEdgeMm);
  }

  /** The same with another bound for the size of the file. */
  public ModelLimits withMaxBytes(long bytes) {
    return new ModelLimits(bytes, maxTriangles, maxEdgeMm);
  }
}
