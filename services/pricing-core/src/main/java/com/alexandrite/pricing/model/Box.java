package com.alexandrite.pricing.model;

/** An axis-parallel box, in millimetres. */
public record Box(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {

  /** Length along x. */
  public double sizeX() {
    return maxX - minX;
  }

  /** Length along y. */
  public double sizeY() {
    return maxY - minY;
  }

  /** Length along z, the height. */
  public double sizeZ() {
    return maxZ - minZ;
  }

  /** The longest of the three edges. */
  public double longestEdge() {
    return Math.max(sizeX(), Math.max(sizeY(), sizeZ()));
  }

  /** The distance of opposite corners. */
  public double diagonal() {
    return Math.sqrt(sizeX() * sizeX() + sizeY() * sizeY() + sizeZ() * sizeZ());
  }

  boolean touches(Box other) {
    return minX <= other.maxX
        && other.minX <= maxX
        && minY <= other.maxY
        && other.minY <= maxY
        && minZ <= other.maxZ
        && other.minZ <= maxZ;
  }

  boolean holds(Box other) {
    return minX <= other.minX
        && other.maxX <= maxX
        && minY <= other.minY
        && other.maxY <= maxY
        && minZ <= other.minZ
        && other.maxZ <= maxZ;
  }
}
