package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;

/**
 * Adds up triangles of a binary STL, about the first corner of the file: nothing is allocated for
 * them.
 *
 * <p>A coordinate that is NaN or infinite makes the surface so too; that is the test for it.
 */
final class StlSums {

  private final float px;
  private final float py;
  private final float pz;
  private final Bounds bounds;
  private double volume;
  private double area;
  private double normalX;
  private double normalY;
  private double normalZ;

  StlSums(float px, float py, float pz) {
    this.px = px;
    this.py = py;
    this.pz = pz;
    this.bounds = new Bounds(px, py, pz);
  }

  /**
   * Adds the triangles of a slice; the sums live in local variables, and so in registers,
   * meanwhile.
   */
  void add(MemorySegment slice, int count) {
    Bounds seen = new Bounds(px, py, pz);
    double sixVolumes = 0;
    double twoAreas = 0;
    double sumX = 0;
    double sumY = 0;
    double sumZ = 0;
    for (int at = 12; at < BinaryStl.TRIANGLE * count; at += BinaryStl.TRIANGLE) {
      float ax = slice.get(BinaryStl.FLOAT, at);
      float ay = slice.get(BinaryStl.FLOAT, at + 4);
      float az = slice.get(BinaryStl.FLOAT, at + 8);
      float bx = slice.get(BinaryStl.FLOAT, at + 12);
      float by = slice.get(BinaryStl.FLOAT, at + 16);
      float bz = slice.get(BinaryStl.FLOAT, at + 20);
      float cx = slice.get(BinaryStl.FLOAT, at + 24);
      float cy = slice.get(BinaryStl.FLOAT, at + 28);
      float cz = slice.get(BinaryStl.FLOAT, at + 32);
      seen.add(ax, ay, az);
      seen.add(bx, by, bz);
      seen.add(cx, cy, cz);
      double ux = (double) bx - ax;
      double uy = (double) by - ay;
      double uz = (double) bz - az;
      double vx = (double) cx - ax;
      double vy = (double) cy - ay;
      double vz = (double) cz - az;
      double nx = uy * vz - uz * vy;
      double ny = uz * vx - ux * vz;
      double nz = ux * vy - uy * vx;
      sumX += nx;
      sumY += ny;
      sumZ += nz;
      twoAreas += Math.sqrt(nx * nx + ny * ny + nz * nz);
      sixVolumes += ((double) ax - px) * nx + ((double) ay - py) * ny + ((double) az - pz) * nz;
    }
    bounds.join(seen);
    volume += sixVolumes / 6;
    area += twoAreas / 2;
    normalX += sumX;
    normalY += sumY;
    normalZ += sumZ;
  }

  Figures figures(int triangles) {
    Box box = bounds.box();
    // Moving the point of reference to the centre of the box is exact algebra on the sum of the
    // normals.
    double shift =
        ((box.minX() + box.maxX()) / 2 - px) * normalX
            + ((box.minY() + box.maxY()) / 2 - py) * normalY
            + ((box.minZ() + box.maxZ()) / 2 - pz) * normalZ;
    return new Figures(triangles, volume - shift / 6, area, box);
  }

  /** The least box; comparing is faster than Math.min, which has to look for NaN and -0. */
  private static final class Bounds {

    private float minX;
    private float minY;
    private float minZ;
    private float maxX;
    private float maxY;
    private float maxZ;

    Bounds(float x, float y, float z) {
      minX = x;
      maxX = x;
      minY = y;
      maxY = y;
      minZ = z;
      maxZ = z;
    }

    void add(float x, float y, float z) {
      if (x < minX) {
        minX = x;
      } else if (x > maxX) {
        maxX = x;
      }
      if (y < minY) {
        minY = y;
      } else if (y > maxY) {
        maxY = y;
      }
      if (z < minZ) {
        minZ = z;
      } else if (z > maxZ) {
        maxZ = z;
      }
    }

    void join(Bounds other) {
      add(other.minX, other.minY, other.minZ);
      add(other.maxX, other.maxY, other.maxZ);
    }

    Box box() {
      return new Box(minX, minY, minZ, maxX, maxY, maxZ);
    }
  }
}
