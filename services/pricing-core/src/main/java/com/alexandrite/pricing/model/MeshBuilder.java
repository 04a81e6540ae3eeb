package com.alexandrite.pricing.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Collects triangles and merges corners of exactly equal position (-0 equals 0).
 *
 * <p>An open-addressing table of vertex numbers. The hash is seeded for each process, so that no
 * file can be made that puts all its corners into one chain.
 */
final class MeshBuilder {

  private static final long SEED = new SplittableRandom().nextLong() | 1;
  private static final int FREE = -1;

  private double[] xyz;
  private int vertices;
  private int[] table;
  private int[] corners;
  private int used;
  private boolean nonFinite;

  /** Room for an expected number of triangles; it grows when there are more. */
  MeshBuilder(int expectedTriangles) {
    int expectedVertices = Math.max(16, expectedTriangles / 2 + 16);
    xyz = new double[3 * expectedVertices];
    table = emptyTable(Integer.highestOneBit(2 * expectedVertices) * 2);
    corners = new int[Math.max(3, 3 * expectedTriangles)];
  }

  /** Adds the next corner; three of them make a triangle. */
  void corner(double x, double y, double z) {
    if (used == corners.length) {
      corners = Arrays.copyOf(corners, grown(used, 3));
    }
    // Zero times a number is zero unless it is infinite or NaN; those would never equal themselves
    // in the table.
    if (x * 0 + y * 0 + z * 0 != 0) {
      nonFinite = true;
      corners[used++] = vertex(0, 0, 0);
      return;
    }
    // Adding zero turns -0 into 0 and leaves every other number as it is.
    int number = known(x + 0.0, y + 0.0, z + 0.0);
    corners[used++] = number != FREE ? number : vertex(x + 0.0, y + 0.0, z + 0.0);
  }

  /** Whether a corner was NaN or infinite; it was replaced by the origin then. */
  boolean sawNonFinite() {
    return nonFinite;
  }

  int triangles() {
    return used / 3;
  }

  Mesh build() {
    return new Mesh(xyz, vertices, corners, used / 3);
  }

  /**
   * A corner of the triangle before, which most corners are: saves two of three looks into the
   * table.
   */
  private int known(double x, double y, double z) {
    int first = used - used % 3 - 3;
    for (int before = Math.max(first, 0); before < first + 3; before++) {
      int at = 3 * corners[before];
      if (xyz[at] == x && xyz[at + 1] == y && xyz[at + 2] == z) {
        return corners[before];
      }
    }
    return FREE;
  }

  private int vertex(double x, double y, double z) {
    int mask = table.length - 1;
    int slot = hash(x, y, z) & mask;
    for (int found = table[slot]; found != FREE; found = table[slot]) {
      int at = 3 * found;
      if (xyz[at] == x && xyz[at + 1] == y && xyz[at + 2] == z) {
        return found;
      }
      slot = (slot + 1) & mask;
    }
    return newVertex(slot, x, y, z);
  }

  private int newVertex(int slot, double x, double y, double z) {
    if (3 * vertices == xyz.length) {
      xyz = Arrays.copyOf(xyz, grown(xyz.length, 3));
    }
    int at = 3 * vertices;
    xyz[at] = x;
    xyz[at + 1] = y;
    xyz[at + 2] = z;
    table[slot] = vertices++;
    if (2 * vertices > table.length) {
      rehash();
    }
    return vertices - 1;
  }

  private void rehash() {
    table = emptyTable(2 * table.length);
    int mask = table.length - 1;
    for (int v = 0; v < vertices; v++) {
      int slot = hash(xyz[3 * v], xyz[3 * v + 1], xyz[3 * v + 2]) & mask;
      while (table[slot] != FREE) {
        slot = (slot + 1) & mask;
      }
      table[slot] = v;
    }
  }

  private static int hash(double x, double y, double z) {
    long h = (Double.doubleToRawLongBits(x) ^ SEED) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32) ^ Double.doubleToRawLongBits(y)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 29) ^ Double.doubleToRawLongBits(z)) * 0x94D049BB133111EBL;
    return (int) (h ^ (h >>> 32));
  }

  private static int[] emptyTable(int size) {
    int[] fresh = new int[size];
    Arrays.fill(fresh, FREE);
    return fresh;
  }

  /** Half as much again, and still a multiple. */
  private static int grown(int length, int multiple) {
    int more = Math.addExact(length, Math.max(length / 2, 48));
    return more - more % multiple;
  }
}
