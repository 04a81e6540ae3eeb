package com.alexandrite.pricing.model;

/**
 * Triangles over shared positions, in flat arrays: no object for a triangle.
 *
 * @param xyz three coordinates for each vertex, millimetres
 * @param vertices how many vertices
 * @param corners three vertex numbers for each triangle; may be longer than needed
 * @param triangles how many triangles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying would double the memory
record Mesh(double[] xyz, int vertices, int[] corners, int triangles) {

  double x(int corner) {
    return xyz[3 * corners[corner]];
  }

  double y(int corner) {
    return xyz[3 * corners[corner] + 1];
  }

  double z(int corner) {
    return xyz[3 * corners[corner] + 2];
  }

  /** The next corner of the same triangle. */
  static int next(int corner) {
    return corner % 3 == 2 ? corner - 2 : corner + 1;
  }

  Mesh withCorners(int[] otherCorners, int count) {
    return new Mesh(xyz, vertices, otherCorners, count);
  }
}
