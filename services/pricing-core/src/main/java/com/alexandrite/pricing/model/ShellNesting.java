package com.alexandrite.pricing.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which shells lie inside which others. */
final class ShellNesting {

  /** Beyond these bounds comparing each shell with each would take seconds. */
  private static final int MOST_SHELLS = 4_000;

  private static final long MOST_WORK = 300_000_000;

  private final Mesh mesh;
  private final int[] order;
  private final int[] starts;
  private final Box[] boxes;
  private long work;

  private ShellNesting(Mesh mesh, EdgeTable.Shells shells) {
    this.mesh = mesh;
    this.starts = new int[shells.count() + 1];
    this.order = new int[mesh.triangles()];
    sortByShell(shells);
    this.boxes = new Box[shells.count()];
    for (int s = 0; s < boxes.length; s++) {
      boxes[s] = box(s);
    }
  }

  /**
   * For one shell: in how many others it lies, and the sum of their directions (1 outward, -1
   * inward).
   */
  record Place(int depth, int directions) {}

  /**
   * The place of each shell.
   *
   * @param volumes signed volume of each shell: its sign is the direction
   * @return an empty array when there are too many shells to tell
   */
  static Place[] places(Mesh mesh, EdgeTable.Shells shells, double[] volumes) {
    if (shells.count() > MOST_SHELLS) {
      return new Place[0];
    }
    ShellNesting nesting = new ShellNesting(mesh, shells);
    Place[] places = new Place[shells.count()];
    for (int s = 0; s < places.length; s++) {
      Interruption.check();
      places[s] = nesting.place(s, volumes);
      if (nesting.work > MOST_WORK) {
        return new Place[0];
      }
    }
    return places;
  }

  /** Whether the surfaces of any two shells cross. */
  static boolean anyCross(Mesh mesh, EdgeTable.Shells shells) {
    ShellNesting nesting = new ShellNesting(mesh, shells);
    @Nullable TriangleTree[] trees = new TriangleTree[shells.count()];
    ShellCrossing crossing = new ShellCrossing(mesh);
    for (int one = 0; one < trees.length; one++) {
      Interruption.check();
      for (int other = 0; other < one; other++) {
        if (nesting.boxes[one].touches(nesting.boxes[other])
            && crossing.cross(nesting.tree(trees, one), nesting.tree(trees, other))) {
          return true;
        }
      }
    }
    return false;
  }

  private TriangleTree tree(@Nullable TriangleTree[] trees, int shell) {
    TriangleTree known = trees[shell];
    if (known == null) {
      known = new TriangleTree(mesh, Arrays.copyOfRange(order, starts[shell], starts[shell + 1]));
      trees[shell] = known;
    }
    return known;
  }

  private Place place(int shell, double[] volumes) {
    int depth = 0;
    int directions = 0;
    for (int other = 0; other < boxes.length; other++) {
      if (other != shell && boxes[other].holds(boxes[shell]) && windsAround(other, shell)) {
        depth++;
        directions += volumes[other] > 0 ? 1 : -1;
      }
    }
    return new Place(depth, directions);
  }

  /** Whether the centre of the first triangle of a shell lies within another one. */
  private boolean windsAround(int other, int shell) {
    int corner = 3 * order[starts[shell]];
    double px = (mesh.x(corner) + mesh.x(corner + 1) + mesh.x(corner + 2)) / 3;
    double py = (mesh.y(corner) + mesh.y(corner + 1) + mesh.y(corner + 2)) / 3;
    double pz = (mesh.z(corner) + mesh.z(corner + 1) + mesh.z(corner + 2)) / 3;
    work += starts[other + 1] - starts[other];
    int winding = 0;
    for (int i = starts[other]; i < starts[other + 1]; i++) {
      winding += crossing(3 * order[i], px, py, pz);
    }
    return winding != 0;
  }

  /**
   * How the ray from p along x crosses a triangle: 1, -1 or 0. Seen along the ray this is the
   * winding of the triangle's edges around p; each edge is judged from its lower end, so that
   * neighbours never both count a ray through their edge.
   */
  private int crossing(int corner, double px, double py, double pz) {
    int winding =
        edgeCrossing(corner, corner + 1, py, pz)
            + edgeCrossing(corner + 1, corner + 2, py, pz)
            + edgeCrossing(corner + 2, corner, py, pz);
    return winding != 0 && hitBeyond(corner, px, py, pz) ? winding : 0;
  }

  private int edgeCrossing(int from, int to, double py, double pz) {
    boolean fromBelow = mesh.y(from) <= py;
    boolean toBelow = mesh.y(to) <= py;
    if (fromBelow == toBelow) {
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

  private boolean hitBeyond(int corner, double px, double py, double pz) {
    double uy = mesh.y(corner + 1) - mesh.y(corner);
    double uz = mesh.z(corner + 1) - mesh.z(corner);
    double vy = mesh.y(corner + 2) - mesh.y(corner);
    double vz = mesh.z(corner + 2) - mesh.z(corner);
    double ux = mesh.x(corner + 1) - mesh.x(corner);
    double vx = mesh.x(corner + 2) - mesh.x(corner);
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    double nx = uy * vz - uz * vy;
    double slope = ny * (py - mesh.y(corner)) + nz * (pz - mesh.z(corner));
    return mesh.x(corner) - slope / nx > px;
  }

  private void sortByShell(EdgeTable.Shells shells) {
    for (int shell : shells.ofTriangle()) {
      starts[shell + 1]++;
    }
    for (int s = 0; s < shells.count(); s++) {
      starts[s + 1] += starts[s];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    for (int t = 0; t < order.length; t++) {
      order[next[shells.ofTriangle()[t]]++] = t;
    }
  }

  private Box box(int shell) {
    int count = starts[shell + 1] - starts[shell];
    int[] corners = new int[3 * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(mesh.corners(), 3 * order[starts[shell] + i], corners, 3 * i, 3);
    }
    return MeshFigures.box(mesh.withCorners(corners, count));
  }
}
