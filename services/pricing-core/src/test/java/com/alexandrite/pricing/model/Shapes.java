package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Meshes made in code, as lists of triangles of nine coordinates; and the files that hold them. */
final class Shapes {

  private Shapes() {}

  /** A point in millimetres. */
  record Point(double x, double y, double z) {
    Point plus(double dx, double dy, double dz) {
      return new Point(x + dx, y + dy, z + dz);
    }

    Point times(double factor) {
      return new Point(x * factor, y * factor, z * factor);
    }
  }

  /** Three points, against the clock when seen from outside. */
  record Triangle(Point a, Point b, Point c) {
    Triangle map(UnaryOperator<Point> change) {
      return new Triangle(change.apply(a), change.apply(b), change.apply(c));
    }

    Triangle turned() {
      return new Triangle(a, c, b);
    }
  }

  static List<Triangle> cube(double edge) {
    int[][] faces = {
      {0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}
    };
    List<Triangle> triangles = new ArrayList<>();
    for (int[] face : faces) {
      triangles.add(
          new Triangle(
              cubeCorner(face[0], edge), cubeCorner(face[1], edge), cubeCorner(face[2], edge)));
      triangles.add(
          new Triangle(
              cubeCorner(face[0], edge), cubeCorner(face[2], edge), cubeCorner(face[3], edge)));
    }
    return triangles;
  }

  /** A ring of the given radii (middle line, wire) with 2 * around * across triangles. */
  static List<Triangle> torus(double ring, double wire, int around, int across) {
    List<Triangle> triangles = new ArrayList<>();
    for (int i = 0; i < around; i++) {
      for (int j = 0; j < across; j++) {
        Point a = torusPoint(ring, wire, i, j, around, across);
        Point b = torusPoint(ring, wire, i + 1, j, around, across);
        Point c = torusPoint(ring, wire, i + 1, j + 1, around, across);
        Point d = torusPoint(ring, wire, i, j + 1, around, across);
        triangles.add(new Triangle(a, b, c));
        triangles.add(new Triangle(a, c, d));
      }
    }
    return triangles;
  }

  static List<Triangle> map(List<Triangle> triangles, UnaryOperator<Point> change) {
    return triangles.stream().map(triangle -> triangle.map(change)).toList();
  }

  static List<Triangle> turned(List<Triangle> triangles) {
    return triangles.stream().map(Triangle::turned).toList();
  }

  static List<Triangle> shuffled(List<Triangle> triangles, long seed) {
    List<Triangle> copy = new ArrayList<>(triangles);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  @SafeVarargs
  static List<Triangle> together(List<Triangle>... bodies) {
    List<Triangle> all = new ArrayList<>();
    for (List<Triangle> body : bodies) {
      all.addAll(body);
    }
    return all;
  }

  /** A binary STL; coordinates are rounded to float. */
  static MemorySegment binaryStl(List<Triangle> triangles) {
    return binaryStl(triangles, "made in code", triangles.size(), 0);
  }

  static MemorySegment binaryStl(List<Triangle> triangles, String header, int count, int extra) {
    ByteBuffer file =
        ByteBuffer.allocate(84 + 50 * triangles.size() + extra).order(ByteOrder.LITTLE_ENDIAN);
    file.put(header.getBytes(StandardCharsets.US_ASCII)).position(80).putInt(count);
    for (Triangle triangle : triangles) {
      file.putFloat(0).putFloat(0).putFloat(0);
      for (Point p : List.of(triangle.a(), triangle.b(), triangle.c())) {
        file.putFloat((float) p.x()).putFloat((float) p.y()).putFloat((float) p.z());
      }
      file.putShort((short) 0);
    }
    return MemorySegment.ofArray(file.array());
  }

  /** A text STL with all digits of the doubles. */
  static String asciiStl(List<Triangle> triangles) {
    StringBuilder text = new StringBuilder("solid made in code\n");
    for (Triangle t : triangles) {
      text.append("facet normal 0 0 0\n outer loop\n");
      for (Point p : List.of(t.a(), t.b(), t.c())) {
        text.append(String.format(Locale.ROOT, "  vertex %s %s %s%n", p.x(), p.y(), p.z()));
      }
      text.append(" endloop\nendfacet\n");
    }
    return text.append("endsolid made in code\n").toString();
  }

  static MemorySegment bytes(String text) {
    return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Point cubeCorner(int number, double edge) {
    return new Point((number & 1) * edge, (number >> 1 & 1) * edge, (number >> 2) * edge);
  }

  private static Point torusPoint(double ring, double wire, int i, int j, int around, int across) {
    double a = 2 * Math.PI * (i % around) / around;
    double b = 2 * Math.PI * (j % across) / across;
    double radius = ring + wire * Math.cos(b);
    return new Point(radius * Math.cos(a), radius * Math.sin(a), wire * Math.sin(b));
  }
}
