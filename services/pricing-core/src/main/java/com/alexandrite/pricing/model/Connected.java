package com.alexandrite.pricing.model;

import org.jspecify.annotations.Nullable;

/** A mesh together with its edges, shells and counts. */
record Connected(Mesh mesh, EdgeTable edges, EdgeTable.Shells shells, Topology topology) {

  /** Of a mesh without degenerate triangles. */
  static Connected of(Mesh mesh) {
    EdgeTable edges = EdgeTable.of(mesh);
    EdgeTable.Shells shells = edges.shells();
    int vertices = usedVertices(mesh);
    Topology counted =
        new Topology(
            vertices,
            edges.edges(),
            edges.boundary(),
            edges.nonManifold(),
            edges.balanced(),
            edges.consistent(),
            shells.count(),
            vertices - edges.edges() + mesh.triangles(),
            null);
    return new Connected(mesh, edges, shells, withGenus(counted, mesh, edges));
  }

  private static Topology withGenus(Topology counted, Mesh mesh, EdgeTable edges) {
    return new Topology(
        counted.vertices(),
        counted.edges(),
        counted.boundaryEdges(),
        counted.nonManifoldEdges(),
        counted.balanced(),
        counted.consistent(),
        counted.shells(),
        counted.eulerCharacteristic(),
        counted.closed() ? genus(counted, mesh, edges) : null);
  }

  /**
   * V - E + F = 2 (shells - handles), where a vertex counts once for each fan of triangles around
   * it.
   */
  private static @Nullable Integer genus(Topology counted, Mesh mesh, EdgeTable edges) {
    int euler = fans(mesh, edges) - counted.edges() + mesh.triangles();
    return counted.shells() - euler / 2;
  }

  private static int fans(Mesh mesh, EdgeTable edges) {
    int count = 3 * mesh.triangles();
    boolean[] seen = new boolean[count];
    int fans = 0;
    for (int start = 0; start < count; start++) {
      if (seen[start]) {
        continue;
      }
      fans++;
      // Across each edge to the neighbour, and to its corner at the same vertex, until round.
      for (int corner = start; !seen[corner]; corner = Mesh.next(edges.twin(corner))) {
        seen[corner] = true;
      }
    }
    return fans;
  }

  private static int usedVertices(Mesh mesh) {
    boolean[] used = new boolean[mesh.vertices()];
    for (int corner = 0; corner < 3 * mesh.triangles(); corner++) {
      used[mesh.corners()[corner]] = true;
    }
    int count = 0;
    for (boolean one : used) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
