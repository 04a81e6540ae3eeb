package com.alexandrite.pricing.model;

import java.util.Arrays;

/**
 * How much volume the sum of all shells counts more than once. Rays along x through a fixed grid
 * tell how many shells hold each stretch of them; what is above one is summed. The sum of the
 * shells stays exact, so only the common part carries the grid's error, below a percent of it.
 */
final class OverlapVolume {

  private static final int GRID = 512;

  private final Mesh mesh;
  private final Box box;
  private final double cellY;
  private final double cellZ;
  private final RayCrossings row = new RayCrossings(GRID);

  private OverlapVolume(Mesh mesh, Box box) {
    this.mesh = mesh;
    this.box = box;
    this.cellY = box.sizeY() / GRID;
    this.cellZ = box.sizeZ() / GRID;
  }

  /** The volume in cubic millimetres; the surfaces must be closed and point outward. */
  static double of(Mesh mesh, Box box) {
    return new OverlapVolume(mesh, box).sum();
  }

  private double sum() {
    int[] byLow = trianglesByLowestRow();
    int[] active = new int[mesh.triangles()];
    int count = 0;
    int next = 0;
    double excess = 0;
    for (int z = 0; z < GRID; z++) {
      Interruption.check();
      while (next < byLow.length && lowestRow(byLow[next]) <= z) {
        active[count++] = byLow[next++];
      }
      count = cross(active, count, z);
      excess += row.excessAndClear();
    }
    return excess * cellY * cellZ;
  }

  /** Crosses the row's rays with every triangle that reaches it; drops those that end below. */
  private int cross(int[] active, int count, int z) {
    double pz = box.minZ() + (z + 0.5) * cellZ;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int corner = 3 * active[i];
      if (highest(mesh.z(corner), mesh.z(corner + 1), mesh.z(corner + 2)) >= pz) {
        active[kept++] = active[i];
        cross(corner, pz);
      }
    }
    return kept;
  }

  private void cross(int corner, double pz) {
    double ya = mesh.y(corner);
    double yb = mesh.y(corner + 1);
    double yc = mesh.y(corner + 2);
    int last = Math.min(GRID - 1, (int) ((highest(ya, yb, yc) - box.minY()) / cellY));
    int first = Math.max(0, (int) ((-highest(-ya, -yb, -yc) - box.minY()) / cellY) - 1);
    for (int y = first; y <= last; y++) {
      double py = box.minY() + (y + 0.5) * cellY;
      if (isWithin(corner, py, pz)) {
        cross(y, corner, py, pz);
      }
    }
  }

  private void cross(int y, int corner, double py, double pz) {
    double uy = mesh.y(corner + 1) - mesh.y(corner);
    double uz = mesh.z(corner + 1) - mesh.z(corner);
    double vy = mesh.y(corner + 2) - mesh.y(corner);
    double vz = mesh.z(corner + 2) - mesh.z(corner);
    double ux = mesh.x(corner + 1) - mesh.x(corner);
    double vx = mesh.x(corner + 2) - mesh.x(corner);
    double nx = uy * vz - uz * vy;
    double slope =
        (uz * vx - ux * vz) * (py - mesh.y(corner)) + (ux * vy - uy * vx) * (pz - mesh.z(corner));
    row.add(y, mesh.x(corner) - slope / nx, nx < 0 ? 1 : -1);
  }

  /** Each edge is judged from its lower end, so that no ray slips between two neighbours. */
  private boolean isWithin(int corner, double py, double pz) {
    return winding(corner, corner + 1, py, pz)
            + winding(corner + 1, corner + 2, py, pz)
            + winding(corner + 2, corner, py, pz)
        != 0;
  }

  private int winding(int from, int to, double py, double pz) {
    boolean fromBelow = mesh.y(from) <= py;
    if (fromBelow == (mesh.y(to) <= py)) {
      return 0;
    }
    int low = fromBelow ? from : to;
    int high = fromBelow ? to : from;
    double left =
        (mesh.y(high) - mesh.y(low)) * (pz - mesh.z(low))
            - (mesh.z(high) - mesh.z(low)) * (py - mesh.y(low));
    if (left <= 0) {
      return 0;
    }
    return fromBelow ? 1 : -1;
  }

  private int[] trianglesByLowestRow() {
    int[] starts = new int[GRID + 1];
    for (int t = 0; t < mesh.triangles(); t++) {
      starts[lowestRow(t) + 1]++;
    }
    for (int z = 0; z < GRID; z++) {
      starts[z + 1] += starts[z];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    int[] sorted = new int[mesh.triangles()];
    for (int t = 0; t < sorted.length; t++) {
      sorted[next[lowestRow(t)]++] = t;
    }
    return sorted;
  }

  private int lowestRow(int triangle) {
    int corner = 3 * triangle;
    double low = -highest(-mesh.z(corner), -mesh.z(corner + 1), -mesh.z(corner + 2));
    return Math.clamp((int) ((low - box.minZ()) / cellZ), 0, GRID - 1);
  }

  private static double highest(double a, double b, double c) {
    return Math.max(a, Math.max(b, c));
  }
}
