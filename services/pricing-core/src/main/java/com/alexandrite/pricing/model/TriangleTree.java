package com.alexandrite.pricing.model;

/**
 * A tree of boxes over the triangles of one shell, in flat arrays: the triangles are ordered so
 * that each node is a range of them, halved at the middle of its longest side.
 */
final class TriangleTree {

  private static final int LEAF = 4;
  private static final int BOX = 6;

  private final Mesh mesh;
  private final int[] triangles;
  private final double[] boxes;

  /** Orders {@code triangles}, which belong to this tree from now on. */
  TriangleTree(Mesh mesh, int[] triangles) {
    this.mesh = mesh;
    this.triangles = triangles;
    this.boxes = new double[BOX * nodesFor(triangles.length)];
    build(0, 0, triangles.length);
  }

  /** Gets the triangles whose boxes meet. */
  interface Pairs {
    /** Returns true to end the search. */
    boolean meet(int one, int other);
  }

  /** Gives every pair of triangles with meeting boxes, one of each tree, until told to stop. */
  boolean meet(TriangleTree other, Pairs pairs) {
    return meet(0, 0, triangles.length, other, 0, 0, other.triangles.length, pairs);
  }

  private boolean meet(
      int node,
      int from,
      int to,
      TriangleTree other,
      int otherNode,
      int otherFrom,
      int otherTo,
      Pairs pairs) {
    if (!boxesMeet(node, other, otherNode)) {
      return false;
    }
    boolean leaf = to - from <= LEAF;
    boolean otherLeaf = otherTo - otherFrom <= LEAF;
    if (leaf && otherLeaf) {
      return leavesMeet(from, to, other, otherFrom, otherTo, pairs);
    }
    if (otherLeaf || (!leaf && to - from >= otherTo - otherFrom)) {
      int middle = (from + to) >>> 1;
      return meet(left(node), from, middle, other, otherNode, otherFrom, otherTo, pairs)
          || meet(right(node), middle, to, other, otherNode, otherFrom, otherTo, pairs);
    }
    int middle = (otherFrom + otherTo) >>> 1;
    return meet(node, from, to, other, left(otherNode), otherFrom, middle, pairs)
        || meet(node, from, to, other, right(otherNode), middle, otherTo, pairs);
  }

  private boolean leavesMeet(
      int from, int to, TriangleTree other, int otherFrom, int otherTo, Pairs pairs) {
    for (int i = from; i < to; i++) {
      for (int j = otherFrom; j < otherTo; j++) {
        if (pairs.meet(triangles[i], other.triangles[j])) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean boxesMeet(int node, TriangleTree other, int otherNode) {
    int a = BOX * node;
    int b = BOX * otherNode;
    for (int axis = 0; axis < 3; axis++) {
      if (boxes[a + axis] > other.boxes[b + 3 + axis]
          || other.boxes[b + axis] > boxes[a + 3 + axis]) {
        return false;
      }
    }
    return true;
  }

  private void build(int node, int from, int to) {
    Box box = box(from, to);
    double[] sides = {box.minX(), box.minY(), box.minZ(), box.maxX(), box.maxY(), box.maxZ()};
    System.arraycopy(sides, 0, boxes, BOX * node, BOX);
    if (to - from <= LEAF) {
      return;
    }
    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, longestAxis(box));
    build(left(node), from, middle);
    build(right(node), middle, to);
  }

  /** Quickselect by the middle of the triangles along an axis. */
  private void select(int from, int to, int wanted, int axis) {
    int low = from;
    int high = to;
    while (low < high) {
      double pivot = place(triangles[(low + high) >>> 1], axis);
      int i = low;
      int j = high;
      while (i <= j) {
        while (place(triangles[i], axis) < pivot) {
          i++;
        }
        while (place(triangles[j], axis) > pivot) {
          j--;
        }
        if (i <= j) {
          int moved = triangles[i];
          triangles[i++] = triangles[j];
          triangles[j--] = moved;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private double place(int triangle, int axis) {
    int corner = 3 * triangle;
    int[] corners = mesh.corners();
    return mesh.xyz()[3 * corners[corner] + axis]
        + mesh.xyz()[3 * corners[corner + 1] + axis]
        + mesh.xyz()[3 * corners[corner + 2] + axis];
  }

  private Box box(int from, int to) {
    int[] corners = new int[3 * (to - from)];
    for (int i = from; i < to; i++) {
      System.arraycopy(mesh.corners(), 3 * triangles[i], corners, 3 * (i - from), 3);
    }
    return MeshFigures.box(mesh.withCorners(corners, to - from));
  }

  private static int longestAxis(Box box) {
    if (box.sizeX() >= box.sizeY() && box.sizeX() >= box.sizeZ()) {
      return 0;
    }
    return box.sizeY() >= box.sizeZ() ? 1 : 2;
  }

  private static int nodesFor(int triangles) {
    int nodes = 1;
    for (int size = triangles; size > LEAF; size = (size + 1) >>> 1) {
      nodes = 2 * nodes + 1;
    }
    return nodes;
  }

  private static int left(int node) {
    return 2 * node + 1;
  }

  private static int right(int node) {
    return 2 * node + 2;
  }
}
