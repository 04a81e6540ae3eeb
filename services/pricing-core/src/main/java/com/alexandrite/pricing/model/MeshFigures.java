package com.alexandrite.pricing.model;

/** Sums over the triangles of an indexed mesh, in double. */
final class MeshFigures {

  private MeshFigures() {}

  static Figures of(Mesh mesh) {
    Box box = box(mesh);
    double area = 0;
    for (int corner = 0; corner < 3 * mesh.triangles(); corner += 3) {
      area += doubleArea(mesh, corner);
    }
    return new Figures(mesh.triangles(), volume(mesh, box), area / 2, box);
  }

  /** Signed volume about the centre of the box, where the loss of digits is least. */
  static double volume(Mesh mesh, Box box) {
    double[] sums = shellVolumes(mesh, box, new int[mesh.triangles()], 1);
    return sums[0];
  }

  /**
   * Signed volume of each shell about the centre of the box; {@code shells} holds the shell of each
   * triangle.
   */
  static double[] shellVolumes(Mesh mesh, Box box, int[] shells, int count) {
    double px = (box.minX() + box.maxX()) / 2;
    double py = (box.minY() + box.maxY()) / 2;
    double pz = (box.minZ() + box.maxZ()) / 2;
    double[] xyz = mesh.xyz();
    int[] corners = mesh.corners();
    double[] volumes = new double[count];
    for (int t = 0; t < mesh.triangles(); t++) {
      int a = 3 * corners[3 * t];
      int b = 3 * corners[3 * t + 1];
      int c = 3 * corners[3 * t + 2];
      double ax = xyz[a] - px;
      double ay = xyz[a + 1] - py;
      double az = xyz[a + 2] - pz;
      double bx = xyz[b] - px;
      double by = xyz[b + 1] - py;
      double bz = xyz[b + 2] - pz;
      double cx = xyz[c] - px;
      double cy = xyz[c + 1] - py;
      double cz = xyz[c + 2] - pz;
      volumes[shells[t]] +=
          (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
    }
    return volumes;
  }

  static Box box(Mesh mesh) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    // Over the corners, not the vertices: a dropped triangle may leave vertices behind.
    for (int corner = 0; corner < 3 * mesh.triangles(); corner++) {
      int vertex = 3 * mesh.corners()[corner];
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], mesh.xyz()[vertex + axis]);
        high[axis] = Math.max(high[axis], mesh.xyz()[vertex + axis]);
      }
    }
    return new Box(low[0], low[1], low[2], high[0], high[1], high[2]);
  }

  private static double doubleArea(Mesh mesh, int corner) {
    double ux = mesh.x(corner + 1) - mesh.x(corner);
    double uy = mesh.y(corner + 1) - mesh.y(corner);
    double uz = mesh.z(corner + 1) - mesh.z(corner);
    double vx = mesh.x(corner + 2) - mesh.x(corner);
    double vy = mesh.y(corner + 2) - mesh.y(corner);
    double vz = mesh.z(corner + 2) - mesh.z(corner);
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    return Math.sqrt(nx * nx + ny * ny + nz * nz);
  }
}
