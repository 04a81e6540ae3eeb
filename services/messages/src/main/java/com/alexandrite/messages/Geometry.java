package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/**
 * What was measured on a 3D model, in millimetres.
 *
 * @param format such as {@code stl-binary}
 * @param unit unit that the file's numbers were taken for, such as {@code mm}
 * @param triangles number of triangles
 * @param volumeMm3 enclosed volume
 * @param surfaceMm2 area of the surface
 * @param box size of the bounding box
 * @param shells number of connected surfaces
 * @param closed whether every edge has exactly two sides
 */
public record Geometry(
    String format,
    String unit,
    long triangles,
    double volumeMm3,
    double surfaceMm2,
    Box box,
    int shells,
    boolean closed) {

  /** Refuses a measurement with a hole. */
  public Geometry {
    requireNonNull(format, "format is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(box, "box is null");
  }

  /** Size of the bounding box along each axis, in millimetres. */
  public record Box(double xMm, double yMm, double zMm) {}
}
