package com.alexandrite.pricing.model;

/**
 * The measured body, after repairs.
 *
 * @param volumeMm3 volume to price, always positive: the sum of all shells
 * @param overlapMm3 what that sum counts more than once, because shells overlap
 * @param surfaceMm2 surface
 * @param box extent
 * @param shells parts that are joined by edges
 * @param genus handles summed over all shells
 * @param geometryHash equal for equal triangles in any order; says nothing against forgery
 */
public record PricedBody(
    double volumeMm3,
    double overlapMm3,
    double surfaceMm2,
    Box box,
    int shells,
    int genus,
    String geometryHash) {

  /** The same with space counted once, however many shells hold it. */
  public PricedBody asUnion() {
    return new PricedBody(volumeMm3 - overlapMm3, 0, surfaceMm2, box, shells, genus, geometryHash);
  }
}
