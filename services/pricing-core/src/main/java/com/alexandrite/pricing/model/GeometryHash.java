package com.alexandrite.pricing.model;

/**
 * A fingerprint of a set of directed triangles, whatever their order and whichever corner each
 * starts with.
 *
 * <p>The sum of well mixed 64-bit words, twice with other constants: fast, and equal by chance with
 * 2^-128 only. It is no cryptographic hash: caches that strangers can fill use the SHA-256 of the
 * bytes.
 */
final class GeometryHash {

  private GeometryHash() {}

  static String of(Mesh mesh) {
    long[] vertices = new long[mesh.vertices()];
    for (int v = 0; v < vertices.length; v++) {
      vertices[v] = vertex(mesh.xyz(), 3 * v);
    }
    long first = 0;
    long second = 0;
    for (int corner = 0; corner < 3 * mesh.triangles(); corner += 3) {
      long triangle =
          triangle(
              vertices[mesh.corners()[corner]],
              vertices[mesh.corners()[corner + 1]],
              vertices[mesh.corners()[corner + 2]]);
      first += triangle;
      second += mix(triangle ^ 0xD6E8FEB86659FD93L);
    }
    return String.format("%016x%016x", mix(first + mesh.triangles()), mix(second));
  }

  private static long vertex(double[] xyz, int at) {
    long h = mix(Double.doubleToRawLongBits(xyz[at]) + 0x9E3779B97F4A7C15L);
    h = mix(h ^ Double.doubleToRawLongBits(xyz[at + 1]));
    return mix(h + Double.doubleToRawLongBits(xyz[at + 2]));
  }

  /** Starts at the corner with the least hash; the direction counts. */
  private static long triangle(long a, long b, long c) {
    if (b < a && b <= c) {
      return mix(mix(mix(b) + c) + a);
    }
    return c < a && c < b ? mix(mix(mix(c) + a) + b) : mix(mix(mix(a) + b) + c);
  }

  private static long mix(long value) {
    long h = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
