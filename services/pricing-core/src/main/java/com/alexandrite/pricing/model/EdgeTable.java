package com.alexandrite.pricing.model;

import java.util.Arrays;

/**
 * All edges of a mesh without degenerate triangles, each with its uses.
 *
 * <p>A use is named by the corner that it starts from. Uses lie in buckets by the lower vertex of
 * their edge and are sorted by the higher one inside a bucket: this stays near the cache on real
 * meshes, and no mesh makes it worse than sorting (a hash of edges is slower, scanning a bucket is
 * quadratic on a fan of a million triangles).
 */
final class EdgeTable {

  private static final int SMALL = 40;

  private final int[] twins;
  private final int[] shellOfTriangle;
  private int edges;
  private int boundary;
  private int nonManifold;
  private boolean balanced = true;
  private boolean consistent = true;

  private EdgeTable(int triangles) {
    twins = new int[3 * triangles];
    Arrays.fill(twins, -1);
    shellOfTriangle = new int[triangles];
    Arrays.setAll(shellOfTriangle, t -> t);
  }

  static EdgeTable of(Mesh mesh) {
    EdgeTable table = new EdgeTable(mesh.triangles());
    int[] ends = new int[mesh.vertices() + 1];
    long[] uses = buckets(mesh, ends);
    int from = 0;
    for (int v = 0; v < mesh.vertices(); v++) {
      sort(uses, from, ends[v]);
      table.groups(mesh, uses, from, ends[v]);
      from = ends[v];
    }
    return table;
  }

  /** The use of the same edge by the neighbour, or -1 where there is not exactly one neighbour. */
  int twin(int corner) {
    return twins[corner];
  }

  int edges() {
    return edges;
  }

  int boundary() {
    return boundary;
  }

  int nonManifold() {
    return nonManifold;
  }

  boolean balanced() {
    return balanced;
  }

  boolean consistent() {
    return consistent;
  }

  /** Gives each triangle the number of its shell, counted from 0. */
  Shells shells() {
    int count = 0;
    int[] numbers = new int[shellOfTriangle.length];
    // A root is never behind its members, so its number is known when they come.
    for (int t = 0; t < numbers.length; t++) {
      int root = root(t);
      numbers[t] = root == t ? count++ : numbers[root];
    }
    return new Shells(numbers, count);
  }

  /** The shell of each triangle. */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Shells(int[] ofTriangle, int count) {}

  /**
   * Sorts the uses into buckets by lower vertex; {@code ends[v]} becomes the end of the bucket of
   * v.
   */
  private static long[] buckets(Mesh mesh, int[] ends) {
    int[] corners = mesh.corners();
    int count = 3 * mesh.triangles();
    for (int c = 0; c < count; c++) {
      ends[Math.min(corners[c], corners[Mesh.next(c)]) + 1]++;
    }
    for (int v = 0; v < mesh.vertices(); v++) {
      ends[v + 1] += ends[v];
    }
    long[] uses = new long[count];
    for (int t = 0; t < count; t += 3) {
      put(uses, ends, corners[t], corners[t + 1], t);
      put(uses, ends, corners[t + 1], corners[t + 2], t + 1);
      put(uses, ends, corners[t + 2], corners[t], t + 2);
    }
    return uses;
  }

  private static void put(long[] uses, int[] places, int from, int to, int corner) {
    uses[places[Math.min(from, to)]++] = (long) Math.max(from, to) << 32 | corner;
  }

  private static void sort(long[] uses, int from, int to) {
    if (to - from > SMALL) {
      Arrays.sort(uses, from, to);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      long use = uses[i];
      int j = i - 1;
      for (; j >= from && uses[j] > use; j--) {
        uses[j + 1] = uses[j];
      }
      uses[j + 1] = use;
    }
  }

  private void groups(Mesh mesh, long[] uses, int from, int to) {
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || uses[i] >>> 32 != uses[start] >>> 32) {
        edge(mesh, uses, start, i);
        start = i;
      }
    }
  }

  private void edge(Mesh mesh, long[] uses, int from, int to) {
    int count = to - from;
    int higher = (int) (uses[from] >>> 32);
    int upward = 0;
    int first = (int) uses[from];
    for (int i = from; i < to; i++) {
      int corner = (int) uses[i];
      upward += mesh.corners()[corner] == higher ? 0 : 1;
      join(first / 3, corner / 3);
    }
    edges++;
    boundary += count == 1 ? 1 : 0;
    nonManifold += count > 2 ? 1 : 0;
    balanced &= 2 * upward == count;
    if (count == 2) {
      consistent &= upward == 1;
      int second = (int) uses[from + 1];
      twins[first] = second;
      twins[second] = first;
    }
  }

  private void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    // The lower number stays the root: shells are numbered by their first triangle.
    shellOfTriangle[Math.max(a, b)] = Math.min(a, b);
  }

  private int root(int triangle) {
    int t = triangle;
    while (shellOfTriangle[t] != t) {
      shellOfTriangle[t] = shellOfTriangle[shellOfTriangle[t]];
      t = shellOfTriangle[t];
    }
    return t;
  }
}
