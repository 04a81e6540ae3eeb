package com.alexandrite.pricing.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns triangles, so that neighbours agree on which side is outside. */
final class Orientation {

  private static final byte UNKNOWN = 0;
  private static final byte KEPT = 1;
  private static final byte TURNED = 2;

  private final Connected connected;
  private final byte[] states;
  private final int[] queue;

  private Orientation(Connected connected) {
    this.connected = connected;
    this.states = new byte[connected.mesh().triangles()];
    this.queue = new int[connected.mesh().triangles()];
  }

  /**
   * A mesh of the same triangles whose neighbours all agree; in each shell the smaller part is
   * turned. Needs exactly two triangles at each edge.
   *
   * @return null when no direction fits, as on a Klein bottle
   */
  static @Nullable Mesh consistent(Connected connected) {
    Orientation orientation = new Orientation(connected);
    for (int t = 0; t < orientation.states.length; t++) {
      if (orientation.states[t] == UNKNOWN && !orientation.spreadFrom(t)) {
        return null;
      }
    }
    boolean[] turn = new boolean[orientation.states.length];
    for (int t = 0; t < turn.length; t++) {
      turn[t] = orientation.states[t] == TURNED;
    }
    return turned(connected.mesh(), turn);
  }

  /** The mesh with some triangles turned. */
  static Mesh turned(Mesh mesh, boolean[] turn) {
    int[] corners = Arrays.copyOf(mesh.corners(), 3 * mesh.triangles());
    for (int t = 0; t < turn.length; t++) {
      if (turn[t]) {
        int second = corners[3 * t + 1];
        corners[3 * t + 1] = corners[3 * t + 2];
        corners[3 * t + 2] = second;
      }
    }
    return mesh.withCorners(corners, mesh.triangles());
  }

  private boolean spreadFrom(int seed) {
    states[seed] = KEPT;
    queue[0] = seed;
    int found = 1;
    int turned = 0;
    for (int done = 0; done < found; done++) {
      int triangle = queue[done];
      turned += states[triangle] == TURNED ? 1 : 0;
      for (int corner = 3 * triangle; corner < 3 * triangle + 3; corner++) {
        int twin = connected.edges().twin(corner);
        byte wanted = sameDirection(corner, twin) ? other(states[triangle]) : states[triangle];
        if (states[twin / 3] == UNKNOWN) {
          states[twin / 3] = wanted;
          queue[found++] = twin / 3;
        } else if (states[twin / 3] != wanted) {
          return false;
        }
      }
    }
    if (2 * turned > found) {
      swapStates(found);
    }
    return true;
  }

  private void swapStates(int found) {
    for (int i = 0; i < found; i++) {
      states[queue[i]] = other(states[queue[i]]);
    }
  }

  private boolean sameDirection(int corner, int twin) {
    int[] corners = connected.mesh().corners();
    return corners[corner] == corners[twin];
  }

  private static byte other(byte state) {
    return state == KEPT ? TURNED : KEPT;
  }
}
