package com.alexandrite.pricing.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Merges positions that only rounding keeps apart. */
final class NearbyVertices {

  /** Relative to the diagonal of the box. */
  static final double TOLERANCE = 1e-6;

  private final double[] xyz;
  private final double reach;
  private final Box box;
  private final Map<Long, Integer> firstInCell = new HashMap<>();
  private final int[] nextInCell;

  private NearbyVertices(Mesh mesh, Box box) {
    this.xyz = mesh.xyz();
    this.box = box;
    this.reach = TOLERANCE * box.diagonal();
    this.nextInCell = new int[mesh.vertices()];
  }

  /**
   * The mesh with each vertex replaced by the first one within reach; triangles that collapse are
   * dropped.
   */
  static Mesh merged(Mesh mesh, Box box) {
    NearbyVertices cells = new NearbyVertices(mesh, box);
    int[] merged = new int[mesh.vertices()];
    for (int v = 0; v < merged.length; v++) {
      merged[v] = cells.firstNear(v);
    }
    int[] corners = Arrays.copyOf(mesh.corners(), 3 * mesh.triangles());
    for (int c = 0; c < corners.length; c++) {
      corners[c] = merged[corners[c]];
    }
    return TriangleFilter.withoutDegenerate(mesh.withCorners(corners, mesh.triangles()));
  }

  /**
   * Only vertices that stay are kept in the cells, so a cell of the size of the reach holds but a
   * few.
   */
  private int firstNear(int vertex) {
    long x = cell(0, vertex, box.minX());
    long y = cell(1, vertex, box.minY());
    long z = cell(2, vertex, box.minZ());
    for (int i = 0; i < 27; i++) {
      Integer head = firstInCell.get(key(x + i % 3 - 1, y + i / 3 % 3 - 1, z + i / 9 - 1));
      for (int v = head == null ? -1 : head; v >= 0; v = nextInCell[v]) {
        if (near(v, vertex)) {
          return v;
        }
      }
    }
    Integer before = firstInCell.put(key(x, y, z), vertex);
    nextInCell[vertex] = before == null ? -1 : before;
    return vertex;
  }

  private boolean near(int a, int b) {
    double dx = xyz[3 * a] - xyz[3 * b];
    double dy = xyz[3 * a + 1] - xyz[3 * b + 1];
    double dz = xyz[3 * a + 2] - xyz[3 * b + 2];
    return dx * dx + dy * dy + dz * dz <= reach * reach;
  }

  private long cell(int axis, int vertex, double low) {
    return (long) Math.floor((xyz[3 * vertex + axis] - low) / reach);
  }

  /** A million cells for each axis at most: 21 bits hold them. */
  private static long key(long x, long y, long z) {
    return (x + 1) << 42 | (y + 1) << 21 | (z + 1);
  }
}
