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
