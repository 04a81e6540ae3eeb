package com.alexandrite.pricing.model;

/**
 * Whether surfaces of two shells go through each other. Touching is no crossing: an edge has to
 * pass through the inside of a triangle, clearly in double.
 */
final class ShellCrossing {

  private static final double CLEARLY = 1e-12;

  private final Mesh mesh;

  ShellCrossing(Mesh mesh) {
    this.mesh = mesh;
  }

  boolean cross(TriangleTree one, TriangleTree other) {
    return one.meet(other, this::trianglesCross);
  }

  private boolean trianglesCross(int one, int other) {
    int a = 3 * one;
    int b = 3 * other;
    for (int edge = 0; edge < 3; edge++) {
      if (pierces(a + edge, Mesh.next(a + edge), b) || pierces(b + edge, Mesh.next(b + edge), a)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the segment between two corners passes through the inside of the triangle that starts
   * at a corner.
   */
  private boolean pierces(int from, int to, int triangle) {
    double above = side(triangle, triangle + 1, triangle + 2, from);
    double below = side(triangle, triangle + 1, triangle + 2, to);
    if (above * below >= 0) {
      return false;
    }
    double first = side(from, to, triangle, triangle + 1);
    double second = side(from, to, triangle + 1, triangle + 2);
    double third = side(from, to, triangle + 2, triangle);
    return (first > 0 && second > 0 && third > 0) || (first < 0 && second < 0 && third < 0);
  }

  /** Six times the volume of a tetrahedron, or zero where that is rounding only. */
  private double side(int a, int b, int c, int d) {
    double ax = mesh.x(a) - mesh.x(d);
    double ay = mesh.y(a) - mesh.y(d);
    double az = mesh.z(a) - mesh.z(d);
    double bx = mesh.x(b) - mesh.x(d);
    double by = mesh.y(b) - mesh.y(d);
    double bz = mesh.z(b) - mesh.z(d);
    double cx = mesh.x(c) - mesh.x(d);
    double cy = mesh.y(c) - mesh.y(d);
    double cz = mesh.z(c) - mesh.z(d);
    double bc = by * cz - bz * cy;
    double ca = bz * cx - bx * cz;
    double ab = bx * cy - by * cx;
    double volume = ax * bc + ay * ca + az * ab;
    double size = Math.abs(ax * bc) + Math.abs(ay * ca) + Math.abs(az * ab);
    return Math.abs(volume) <= CLEARLY * size ? 0 : volume;
  }
}
