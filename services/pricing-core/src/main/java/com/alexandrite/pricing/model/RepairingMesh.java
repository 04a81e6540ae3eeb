package com.alexandrite.pricing.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends, step by step and in the order of {@link Repair}, what can be mended without guessing a
 * shape.
 */
final class RepairingMesh {

  private final List<Repair> repairs = new ArrayList<>();
  private final Set<ModelWarning> warnings = EnumSet.noneOf(ModelWarning.class);
  private final Box box;
  private final Connected stored;
  private Connected current;

  private RepairingMesh(Mesh mesh, Box box) {
    this.box = box;
    Mesh clean = TriangleFilter.withoutDegenerate(mesh);
    note(Repair.DROP_DEGENERATE, clean.triangles() < mesh.triangles());
    this.stored = Connected.of(clean);
    this.current = stored;
  }

  /**
   * The mended mesh.
   *
   * @param stored the mesh as it was, only without degenerate triangles
   * @param mended the mesh as far as it could be mended; a caller still has to look whether it is
   *     closed
   * @param volumes signed volume of each shell of it
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Result(
      Connected stored,
      Connected mended,
      double[] volumes,
      List<Repair> repairs,
      Set<ModelWarning> warnings) {}

  static Result of(Mesh mesh, Box box) {
    RepairingMesh repairing = new RepairingMesh(mesh, box);
    for (Runnable step :
        List.<Runnable>of(repairing::dropDuplicates, repairing::weld, repairing::reorient)) {
      Interruption.check();
      step.run();
    }
    double[] volumes = repairing.turnOutward();
    return new Result(
        repairing.stored,
        repairing.current,
        volumes,
        List.copyOf(repairing.repairs),
        repairing.warnings);
  }

  private void dropDuplicates() {
    // A repeat leaves an edge with two uses in one direction: a closed mesh has none.
    if (!current.topology().closed()) {
      Mesh fewer = TriangleFilter.withoutDuplicates(current.mesh());
      if (fewer.triangles() < current.mesh().triangles()) {
        note(Repair.DROP_DUPLICATES, true);
        current = Connected.of(fewer);
      }
    }
  }

  private void weld() {
    if (current.topology().boundaryEdges() == 0) {
      return;
    }
    Mesh merged = NearbyVertices.merged(current.mesh(), box);
    Connected welded = Connected.of(TriangleFilter.withoutDuplicates(merged));
    if (welded.mesh().triangles() > 0 && welded.topology().boundaryEdges() == 0) {
      note(Repair.WELD, true);
      warnings.add(ModelWarning.WELDED);
      current = welded;
    }
  }

  private void reorient() {
    Topology topology = current.topology();
    boolean twoAtEachEdge = topology.boundaryEdges() == 0 && topology.nonManifoldEdges() == 0;
    if (!twoAtEachEdge || topology.consistent()) {
      return;
    }
    @Nullable Mesh consistent = Orientation.consistent(current);
    if (consistent != null) {
      note(Repair.REORIENT, true);
      current = Connected.of(consistent);
    }
  }

  /**
   * Turns the whole and then single shells inside out where they are; gives the volumes of the
   * shells.
   */
  private double[] turnOutward() {
    double[] volumes =
        MeshFigures.shellVolumes(
            current.mesh(), box, current.shells().ofTriangle(), current.shells().count());
    if (!current.topology().closed()) {
      return volumes;
    }
    double sum = 0;
    double size = 0;
    for (double volume : volumes) {
      sum += volume;
      size += Math.abs(volume);
    }
    // Two equal bodies, one of them inside out, leave a sum of rounding errors: not a reason to
    // turn all.
    if (sum < -1e-9 * size) {
      boolean[] every = new boolean[volumes.length];
      Arrays.fill(every, true);
      turn(Repair.FLIP_ALL, every, volumes);
    }
    if (volumes.length > 1) {
      lookAtNesting(volumes);
    }
    return volumes;
  }

  private void lookAtNesting(double[] volumes) {
    ShellNesting.Place[] places = ShellNesting.places(current.mesh(), current.shells(), volumes);
    if (places.length == 0) {
      warnings.add(ModelWarning.SHELLS_NOT_COMPARED);
      return;
    }
    boolean[] insideOut = new boolean[volumes.length];
    boolean any = false;
    for (int s = 0; s < volumes.length; s++) {
      insideOut[s] = volumes[s] < 0 && places[s].depth() == 0;
      any |= insideOut[s];
      if (volumes[s] > 0 && places[s].directions() > 0) {
        warnings.add(ModelWarning.OVERLAPPING_SHELLS);
        warnings.add(ModelWarning.NESTED_SHELL_SAME_DIRECTION);
      }
    }
    if (ShellNesting.anyCross(current.mesh(), current.shells())) {
      warnings.add(ModelWarning.OVERLAPPING_SHELLS);
    }
    if (any) {
      turn(Repair.FLIP_SHELLS, insideOut, volumes);
    }
  }

  private void turn(Repair repair, boolean[] shells, double[] volumes) {
    int[] ofTriangle = current.shells().ofTriangle();
    boolean[] turn = new boolean[ofTriangle.length];
    for (int t = 0; t < turn.length; t++) {
      turn[t] = shells[ofTriangle[t]];
    }
    Mesh turned = Orientation.turned(current.mesh(), turn);
    // Turning whole shells changes no count, so the edges need not be looked at again.
    current = new Connected(turned, current.edges(), current.shells(), current.topology());
    for (int s = 0; s < volumes.length; s++) {
      volumes[s] = shells[s] ? -volumes[s] : volumes[s];
    }
    // Making the directions agree includes that they point outward: one repair, not two.
    note(repair, !repairs.contains(Repair.REORIENT));
  }

  private void note(Repair repair, boolean done) {
    if (done) {
      repairs.add(repair);
    }
  }
}
