package com.alexandrite.pricing.model;

import org.jspecify.annotations.Nullable;

/**
 * How the triangles of a mesh hang together, corners being the same where their positions are
 * exactly equal.
 *
 * @param vertices distinct positions in use
 * @param edges distinct undirected edges
 * @param boundaryEdges edges of one triangle only
 * @param nonManifoldEdges edges of more than two triangles
 * @param balanced each edge is used equally often in both directions, so the signed volume means
 *     something
 * @param consistent no edge of two triangles is used twice in the same direction
 * @param shells parts that are joined by edges
 * @param eulerCharacteristic V - E + F
 * @param genus handles summed over all shells; null where the mesh is not {@link #closed}
 */
public record Topology(
    int vertices,
    int edges,
    int boundaryEdges,
    int nonManifoldEdges,
    boolean balanced,
    boolean consistent,
    int shells,
    int eulerCharacteristic,
    @Nullable Integer genus) {

  /** Watertight: each edge is used exactly twice, once in each direction. */
  public boolean closed() {
    return boundaryEdges == 0 && nonManifoldEdges == 0 && balanced;
  }
}
