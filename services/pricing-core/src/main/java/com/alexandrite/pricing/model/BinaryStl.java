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

  private static final ValueLayout.OfFloat FLOAT =
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

  /** One pass over the bytes, about the first corner; no allocation. */
  Figures figures() {
    float px = first(0);
    float py = first(4);
    float pz = first(8);
    float minX = px;
    float maxX = px;
    float minY = py;
    float maxY = py;
    float minZ = pz;
    float maxZ = pz;
    double volume = 0;
    double area = 0;
    double sumX = 0;
    double sumY = 0;
    double sumZ = 0;
    long end = HEADER + (long) TRIANGLE * triangles;
    for (long at = HEADER + 12; at < end; at += TRIANGLE) {
      float ax = bytes.get(FLOAT, at);
      float ay = bytes.get(FLOAT, at + 4);
      float az = bytes.get(FLOAT, at + 8);
      float bx = bytes.get(FLOAT, at + 12);
      float by = bytes.get(FLOAT, at + 16);
      float bz = bytes.get(FLOAT, at + 20);
      float cx = bytes.get(FLOAT, at + 24);
      float cy = bytes.get(FLOAT, at + 28);
      float cz = bytes.get(FLOAT, at + 32);
      // Comparing is faster than Math.min, which has to look for NaN and -0; a NaN shows in the
      // area.
      if (ax < minX) {
        minX = ax;
      } else if (ax > maxX) {
        maxX = ax;
      }
      if (bx < minX) {
        minX = bx;
      } else if (bx > maxX) {
        maxX = bx;
      }
      if (cx < minX) {
        minX = cx;
      } else if (cx > maxX) {
        maxX = cx;
      }
      if (ay < minY) {
        minY = ay;
      } else if (ay > maxY) {
        maxY = ay;
      }
      if (by < minY) {
        minY = by;
      } else if (by > maxY) {
        maxY = by;
      }
      if (cy < minY) {
        minY = cy;
      } else if (cy > maxY) {
        maxY = cy;
      }
      if (az < minZ) {
        minZ = az;
      } else if (az > maxZ) {
        maxZ = az;
      }
      if (bz < minZ) {
        minZ = bz;
      } else if (bz > maxZ) {
        maxZ = bz;
      }
      if (cz < minZ) {
        minZ = cz;
      } else if (cz > maxZ) {
        maxZ = cz;
      }
      double ux = (double) bx - ax;
      double uy = (double) by - ay;
      double uz = (double) bz - az;
      double vx = (double) cx - ax;
      double vy = (double) cy - ay;
      double vz = (double) cz - az;
      double nx = uy * vz - uz * vy;
      double ny = uz * vx - ux * vz;
      double nz = ux * vy - uy * vx;
      sumX += nx;
      sumY += ny;
      sumZ += nz;
      area += Math.sqrt(nx * nx + ny * ny + nz * nz);
      volume += ((double) ax - px) * nx + ((double) ay - py) * ny + ((double) az - pz) * nz;
    }
    Box box = new Box(minX, minY, minZ, maxX, maxY, maxZ);
    // Moving the point of reference to the centre of the box is exact algebra on the sum of the
    // normals.
    double shift =
        ((box.minX() + box.maxX()) / 2 - px) * sumX
            + ((box.minY() + box.maxY()) / 2 - py) * sumY
            + ((box.minZ() + box.maxZ()) / 2 - pz) * sumZ;
    return new Figures(triangles, (volume - shift) / 6, area / 2, box);
  }

  /** The triangles over merged corners. */
  Mesh mesh() {
    MeshBuilder builder = new MeshBuilder(triangles);
    long end = HEADER + (long) TRIANGLE * triangles;
    for (long at = HEADER + 12; at < end; at += TRIANGLE) {
      for (long corner = at; corner < at + 36; corner += 12) {
        builder.corner(
            bytes.get(FLOAT, corner), bytes.get(FLOAT, corner + 4), bytes.get(FLOAT, corner + 8));
      }
    }
    return builder.build();
  }

  private float first(int offset) {
    return bytes.get(FLOAT, HEADER + 12 + offset);
  }

  private static long announcedTriangles(MemorySegment bytes) {
    return Integer.toUnsignedLong(bytes.get(INT, HEADER - 4));
  }
}
