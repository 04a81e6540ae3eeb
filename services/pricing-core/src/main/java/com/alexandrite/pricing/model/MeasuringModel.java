package com.alexandrite.pricing.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a file to a measured body or a refusal: recognise, read, measure, mend, judge.
 *
 * @param limits bounds against files that would take the machine
 */
public record MeasuringModel(ModelLimits limits) {

  /** Raised whenever the same bytes may give another result; part of the key of every cache. */
  public static final int ALGORITHM_VERSION = 2;

  private static final double SMALLEST_SIDE_MM = 0.5;
  private static final double LARGEST_SIDE_MM = 500;
  private static final double FLAT = 1e-9;

  /**
   * Measures a file. The file is mapped, so it must not be shortened meanwhile.
   *
   * @throws IOException when the file cannot be read
   */
  public Assessment of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      long size = channel.size();
      if (size > limits.maxBytes()) {
        return new Assessment.Refused(
            RefusalReason.TOO_LARGE,
            size + " bytes; the limit here is " + limits.maxBytes() + ".",
            null,
            null);
      }
      return size == 0
          ? of(MemorySegment.NULL)
          : of(channel.map(MapMode.READ_ONLY, 0, size, arena));
    }
  }

  /** Measures a model that lies in memory, on the heap or mapped. */
  public Assessment of(MemorySegment bytes) {
    ModelFormat format = null;
    try {
      format = ContentSniffer.formatOf(bytes);
      return switch (format) {
        case STL_BINARY -> binaryStl(bytes);
        case STL_ASCII -> asciiStl(bytes);
        case OBJ, PLY, THREE_MF, GLTF, GLB -> unsupported(format);
      };
    } catch (UnreadableModel unreadable) {
      return new Assessment.Refused(unreadable.reason(), unreadable.detail(), format, null);
    }
  }

  private Assessment binaryStl(MemorySegment bytes) throws UnreadableModel {
    BinaryStl stl = BinaryStl.open(bytes, limits);
    Figures figures = stl.figures();
    if (!Double.isFinite(figures.surfaceMm2())) {
      throw new UnreadableModel(RefusalReason.NON_FINITE, "A coordinate is NaN or infinite.");
    }
    Set<ModelWarning> warnings = EnumSet.noneOf(ModelWarning.class);
    if (stl.hasTrailingBytes()) {
      warnings.add(ModelWarning.TRAILING_BYTES);
    }
    @Nullable Assessment refused = tooLarge(ModelFormat.STL_BINARY, figures);
    return refused != null ? refused : judge(ModelFormat.STL_BINARY, figures, stl.mesh(), warnings);
  }

  private Assessment asciiStl(MemorySegment bytes) throws UnreadableModel {
    AsciiStl.Read read = AsciiStl.read(bytes, limits);
    Figures figures = MeshFigures.of(read.mesh());
    Set<ModelWarning> warnings = EnumSet.noneOf(ModelWarning.class);
    if (!read.ended()) {
      warnings.add(ModelWarning.MISSING_END);
    }
    @Nullable Assessment refused = tooLarge(ModelFormat.STL_ASCII, figures);
    return refused != null ? refused : judge(ModelFormat.STL_ASCII, figures, read.mesh(), warnings);
  }

  private static Assessment unsupported(ModelFormat format) {
    return new Assessment.Refused(
        RefusalReason.UNSUPPORTED_FORMAT,
        "Files in the format " + format.word() + " are not priced yet.",
        format,
        null);
  }

  private @Nullable Assessment tooLarge(ModelFormat format, Figures figures) {
    double edge = figures.box().longestEdge();
    if (edge <= limits.maxEdgeMm()) {
      return null;
    }
    return new Assessment.Refused(
        RefusalReason.TOO_LARGE,
        "The longest side is " + edge + " mm; the limit is " + limits.maxEdgeMm() + " mm.",
        format,
        new Assessment.Stored(format, figures, null));
  }

  private Assessment judge(
      ModelFormat format, Figures figures, Mesh mesh, Collection<ModelWarning> noted) {
    Box box = figures.box();
    RepairingMesh.Result repaired = RepairingMesh.of(mesh, box);
    Assessment.Stored stored = new Assessment.Stored(format, figures, repaired.stored().topology());
    Topology topology = repaired.mended().topology();
    @Nullable RefusalReason reason = reason(figures, repaired);
    if (reason != null) {
      return new Assessment.Refused(reason, detail(reason, topology), format, stored);
    }
    Set<ModelWarning> warnings = EnumSet.noneOf(ModelWarning.class);
    warnings.addAll(noted);
    warnings.addAll(repaired.warnings());
    if (box.longestEdge() < SMALLEST_SIDE_MM || box.longestEdge() > LARGEST_SIDE_MM) {
      warnings.add(ModelWarning.SUSPICIOUS_SCALE);
    }
    return new Assessment.Priceable(
        stored, body(figures, repaired), repaired.repairs(), List.copyOf(warnings));
  }

  private static @Nullable RefusalReason reason(Figures figures, RepairingMesh.Result repaired) {
    Topology topology = repaired.mended().topology();
    if (topology.balanced() && isFlat(figures, repaired.volumes())) {
      return RefusalReason.ZERO_VOLUME;
    }
    if (topology.boundaryEdges() > 0) {
      return RefusalReason.NOT_CLOSED;
    }
    if (topology.nonManifoldEdges() > 0) {
      return RefusalReason.NON_MANIFOLD;
    }
    return topology.closed() ? null : RefusalReason.INCONSISTENT_WINDING;
  }

  /**
   * Looks at each shell: two equal bodies, one of them inside out, are not flat though their sum is
   * zero.
   */
  private static boolean isFlat(Figures figures, double[] volumes) {
    double least = FLAT * figures.surfaceMm2() * figures.box().diagonal();
    for (double volume : volumes) {
      if (Math.abs(volume) > least) {
        return false;
      }
    }
    return true;
  }

  private static String detail(RefusalReason reason, Topology topology) {
    return switch (reason) {
      case ZERO_VOLUME -> "The surface is closed, but holds no volume: a flat sheet.";
      case NOT_CLOSED -> "The surface has holes: " + topology.boundaryEdges() + " open edges.";
      case NON_MANIFOLD ->
          topology.nonManifoldEdges() + " edges belong to more than two triangles.";
      default -> "Inside and outside cannot be told apart: the directions contradict each other.";
    };
  }

  private static PricedBody body(Figures figures, RepairingMesh.Result repaired) {
    Connected mended = repaired.mended();
    double volume = 0;
    for (double shell : repaired.volumes()) {
      volume += shell;
    }
    boolean asStored = repaired.repairs().isEmpty();
    Figures after = asStored ? figures : MeshFigures.of(mended.mesh());
    Integer genus = mended.topology().genus();
    return new PricedBody(
        volume,
        mended.topology().shells() > 1 ? OverlapVolume.of(mended.mesh(), after.box()) : 0,
        after.surfaceMm2(),
        after.box(),
        mended.topology().shells(),
        genus == null ? 0 : genus,
        GeometryHash.of(mended.mesh()));
  }
}
