package com.alexandrite.pricing.model;

import java.util.Arrays;

/** Drops the triangles that say nothing or say it twice. */
final class TriangleFilter {

  private TriangleFilter() {}

  /**
   * Without triangles of which two corners are the same vertex; the mesh itself when there is none.
   */
  static Mesh withoutDegenerate(Mesh mesh) {
    int[] corners = mesh.corners();
    int kept = 0;
    int[] target = null;
    for (int at = 0; at < 3 * mesh.triangles(); at += 3) {
      int a = corners[at];
      int b = corners[at + 1];
      int c = corners[at + 2];
      boolean degenerate = a == b || b == c || c == a;
      if (degenerate && target == null) {
        target = Arrays.copyOf(corners, 3 * mesh.triangles());
      }
      if (!degenerate) {
        if (target != null) {
          target[kept] = a;
          target[kept + 1] = b;
          target[kept + 2] = c;
        }
        kept += 3;
      }
    }
    return target == null ? mesh : mesh.withCorners(target, kept / 3);
  }

  /**
   * Without repeats of a triangle with the same corners in the same direction; the mesh itself when
   * there is none.
   */
  static Mesh withoutDuplicates(Mesh mesh) {
    boolean[] repeated = new boolean[mesh.triangles()];
    int repeats = markRepeats(mesh, repeated);
    if (repeats == 0) {
      return mesh;
    }
    int[] target = new int[3 * (mesh.triangles() - repeats)];
    int kept = 0;
    for (int t = 0; t < mesh.triangles(); t++) {
      if (!repeated[t]) {
        System.arraycopy(mesh.corners(), 3 * t, target, kept, 3);
        kept += 3;
      }
    }
    return mesh.withCorners(target, kept / 3);
  }

  /**
   * Sorts the triangles by their least vertex; equal ones are then found in short runs, also on a
   * hostile mesh.
   */
  private static int markRepeats(Mesh mesh, boolean[] repeated) {
    long[] order = new long[mesh.triangles()];
    for (int t = 0; t < order.length; t++) {
      order[t] = (long) fold(canonical(mesh, t)) << 32 | t;
    }
    Arrays.sort(order);
    int repeats = 0;
    int run = 0;
    for (int i = 1; i < order.length; i++) {
      if (order[i] >> 32 != order[run] >> 32) {
        run = i;
      }
      for (int j = run; j < i && j < run + 64 && !repeated[(int) order[i]]; j++) {
        boolean same =
            Arrays.equals(canonical(mesh, (int) order[j]), canonical(mesh, (int) order[i]));
        repeated[(int) order[i]] = same;
        repeats += same ? 1 : 0;
      }
    }
    return repeats;
  }

  private static int[] canonical(Mesh mesh, int triangle) {
    int at = 3 * triangle;
    int a = mesh.corners()[at];
    int b = mesh.corners()[at + 1];
    int c = mesh.corners()[at + 2];
    if (b < a && b < c) {
      return new int[] {b, c, a};
    }
    return c < a && c < b ? new int[] {c, a, b} : new int[] {a, b, c};
  }

  private static int fold(int[] corners) {
    long h = corners[0] * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32) ^ corners[1]) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 32) ^ corners[2]) * 0x94D049BB133111EBL;
    return (int) (h >>> 32);
  }
}
