package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Binary STL: 80 free bytes, a count, then 50 bytes for each triangle (normal, three corners, two
 * spare bytes).
 *
 * <p>The stored normals are never used: real files have wrong ones.
 */
final class BinaryStl {

  static final int HEADER = 84;
  static final int TRIANGLE = 50;

  /**
   * Triangles that are looked at through one slice: an int counts its bytes, which halves the time
   * of a loop.
   */
  private static final int SLICE = 1 << 16;

  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment bytes;
  private final int triangles;

  private BinaryStl(MemorySegment bytes, int triangles) {
    this.bytes = bytes;
    this.triangles = triangles;
  }

  /** The size that the header announces: the only safe test for this format. */
  static long announcedSize(MemorySegment bytes) {
    return bytes.byteSize() < HEADER ? -1 : HEADER + TRIANGLE * announcedTriangles(bytes);
  }

  /** Checks the count against the bytes and the limits, before anything is allocated. */
  static BinaryStl open(MemorySegment bytes, ModelLimits limits) throws UnreadableModel {
    if (bytes.byteSize() < HEADER) {
      throw new UnreadableModel(
          RefusalReason.TRUNCATED, "The file ends within the header of a binary STL.");
    }
    long count = announcedTriangles(bytes);
    long present = (bytes.byteSize() - HEADER) / TRIANGLE;
    if (count > present) {
      throw new UnreadableModel(
          RefusalReason.TRUNCATED,
          "The header announces " + count + " triangles, the file has bytes for " + present + ".");
    }
    if (count == 0 && present > 0) {
      throw new UnreadableModel(
          RefusalReason.MALFORMED, "The header announces no triangle, yet bytes follow.");
    }
    if (count == 0) {
      throw new UnreadableModel(RefusalReason.EMPTY, "A binary STL without triangles.");
    }
    if (count > limits.maxTriangles()) {
      throw new UnreadableModel(
          RefusalReason.TOO_LARGE,
          count + " triangles; the limit here is " + limits.maxTriangles() + ".");
    }
    return new BinaryStl(bytes, (int) count);
  }

  boolean hasTrailingBytes() {
    return bytes.byteSize() > HEADER + (long) TRIANGLE * triangles;
  }

  /** One pass over the bytes. */
  Figures figures() {
    StlSums sums =
        new StlSums(coordinate(HEADER + 12), coordinate(HEADER + 16), coordinate(HEADER + 20));
    for (int from = 0; from < triangles; from += SLICE) {
      sums.add(slice(from), Math.min(SLICE, triangles - from));
    }
    return sums.figures(triangles);
  }

  /** The triangles over merged corners. */
  Mesh mesh() {
    MeshBuilder builder = new MeshBuilder(triangles);
    for (int from = 0; from < triangles; from += SLICE) {
      addCorners(slice(from), Math.min(SLICE, triangles - from), builder);
    }
    return builder.build();
  }

  private static void addCorners(MemorySegment slice, int count, MeshBuilder builder) {
    for (int at = 12; at < TRIANGLE * count; at += TRIANGLE) {
      for (int corner = at; corner < at + 36; corner += 12) {
        builder.corner(
            slice.get(FLOAT, corner), slice.get(FLOAT, corner + 4), slice.get(FLOAT, corner + 8));
      }
    }
  }

  private MemorySegment slice(int firstTriangle) {
    int count = Math.min(SLICE, triangles - firstTriangle);
    return bytes.asSlice(HEADER + (long) TRIANGLE * firstTriangle, (long) TRIANGLE * count);
  }

  private float coordinate(long place) {
    return bytes.get(FLOAT, place);
  }

  private static long announcedTriangles(MemorySegment bytes) {
    return Integer.toUnsignedLong(bytes.get(INT, HEADER - 4));
  }
}
