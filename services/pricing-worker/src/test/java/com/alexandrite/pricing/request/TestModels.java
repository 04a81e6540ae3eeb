package com.alexandrite.pricing.request;

import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceRequested;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Files and requests for tests. */
final class TestModels {

  private static final int[][] CUBE = {
    {0, 2, 3}, {0, 3, 1}, {4, 5, 7}, {4, 7, 6}, {0, 1, 5}, {0, 5, 4},
    {2, 6, 7}, {2, 7, 3}, {0, 4, 6}, {0, 6, 2}, {1, 3, 7}, {1, 7, 5}
  };

  private TestModels() {}

  /** A binary STL of a cube, edge in millimetres. */
  static byte[] cube(float edge) {
    ByteBuffer file = ByteBuffer.allocate(84 + 50 * 12).order(ByteOrder.LITTLE_ENDIAN);
    file.position(80).putInt(12);
    addCube(file, edge, 0);
    return file.array();
  }

  /** Two cubes of one size, the second moved along all three axes by so much. */
  static byte[] cubes(float edge, float apart) {
    ByteBuffer file = ByteBuffer.allocate(84 + 50 * 24).order(ByteOrder.LITTLE_ENDIAN);
    file.position(80).putInt(24);
    for (float from : new float[] {0, apart}) {
      addCube(file, edge, from);
    }
    return file.array();
  }

  private static void addCube(ByteBuffer file, float edge, float from) {
    for (int[] triangle : CUBE) {
      file.putFloat(0).putFloat(0).putFloat(0);
      for (int corner : triangle) {
        file.putFloat(from + (corner & 1) * edge);
        file.putFloat(from + (corner >> 1 & 1) * edge);
        file.putFloat(from + (corner >> 2) * edge);
      }
      file.putShort((short) 0);
    }
  }

  /** A binary STL of a ring with nearly so many triangles, and never more. */
  static byte[] torus(int most) {
    int around = (int) Math.sqrt(most / 2.0);
    int count = 2 * around * around;
    ByteBuffer file = ByteBuffer.allocate(84 + 50 * count).order(ByteOrder.LITTLE_ENDIAN);
    file.position(80).putInt(count);
    for (int i = 0; i < around; i++) {
      for (int j = 0; j < around; j++) {
        torusTriangle(file, around, i, j, i + 1, j, i + 1, j + 1);
        torusTriangle(file, around, i, j, i + 1, j + 1, i, j + 1);
      }
    }
    return file.array();
  }

  private static void torusTriangle(ByteBuffer file, int around, int... steps) {
    file.putFloat(0).putFloat(0).putFloat(0);
    for (int corner = 0; corner < steps.length; corner += 2) {
      double along = 2 * Math.PI * (steps[corner] % around) / around;
      double across = 2 * Math.PI * (steps[corner + 1] % around) / around;
      double radius = 20 + 5 * Math.cos(across);
      file.putFloat((float) (radius * Math.cos(along)));
      file.putFloat((float) (radius * Math.sin(along)));
      file.putFloat((float) (5 * Math.sin(across)));
    }
    file.putShort((short) 0);
  }

  /** The claim check of some bytes under a fresh key. */
  static ModelFile claim(byte[] bytes) {
    return new ModelFile("models/" + UUID.randomUUID(), sha256(bytes), bytes.length, "test.stl");
  }

  static PriceRequested request(ModelFile model) {
    return request(model, MaterialCode.SILVER_925, 1);
  }

  static PriceRequested request(ModelFile model, String material, int quantity) {
    EventFacts facts =
        new EventFacts(
            UUID.randomUUID(), UUID.randomUUID(), 1, Instant.parse("2026-11-22T10:00:00Z"), "anna");
    return new PriceRequested(facts, model, material, quantity, null);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
