package com.alexandrite.preview.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models of demo orders and of everybody's orders in previews, as binary STL: rings, each a
 * closed torus that lies in the xy plane, in millimetres. The scripts in {@code db/preview} name
 * their hashes, so the bytes never change: {@link StrictMath} gives the same on every machine.
 */
public final class DemoModels {

  /** What their keys begin with; services read them from there in all previews. */
  public static final String FOLDER = "demo/";

  private static final int AROUND = 48;
  private static final int ACROSS = 16;
  private static final int HEADER_BYTES = 80;
  private static final int TRIANGLE_BYTES = 50;

  private static final Map<String, List<Torus>> SHAPES =
      Map.of(
          "ring-classic.stl", List.of(new Torus(9.55, 0.9, 0)),
          "ring-slim.stl", List.of(new Torus(8.6, 0.6, 0)),
          "pendant-circle.stl", List.of(new Torus(7, 1.4, 0)),
          "bracelet-plain.stl", List.of(new Torus(31, 1.6, 0)),
          "earrings-hoops.stl", List.of(new Torus(6, 0.7, 0), new Torus(6, 0.7, 18)));

  private DemoModels() {}

  /** The bucket of models. */
  @FunctionalInterface
  public interface Bucket {
    /** Stores an object; an earlier one under the key is replaced. */
    void put(String key, byte[] bytes) throws IOException;
  }

  /** A torus around the z axis, moved along x. */
  private record Torus(double ring, double wire, double x) {}

  /** Stores all of them; once more does no harm. */
  public static void storeIn(Bucket bucket) throws IOException {
    for (Map.Entry<String, byte[]> model : all().entrySet()) {
      bucket.put(model.getKey(), model.getValue());
    }
  }

  /** Their bytes by key. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> models = new LinkedHashMap<>();
    SHAPES.forEach((file, shape) -> models.put(FOLDER + file, stl(shape)));
    return models;
  }

  private static byte[] stl(List<Torus> shape) {
    int triangles = shape.size() * 2 * AROUND * ACROSS;
    ByteBuffer file =
        ByteBuffer.allocate(HEADER_BYTES + Integer.BYTES + triangles * TRIANGLE_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put("demo model".getBytes(StandardCharsets.US_ASCII));
    file.position(HEADER_BYTES).putInt(triangles);
    for (Torus torus : shape) {
      for (int i = 0; i < AROUND; i++) {
        for (int j = 0; j < ACROSS; j++) {
          putTriangle(file, torus, i, j, i + 1, j, i + 1, j + 1);
          putTriangle(file, torus, i, j, i + 1, j + 1, i, j + 1);
        }
      }
    }
    return file.array();
  }

  private static void putTriangle(ByteBuffer file, Torus torus, int... corners) {
    // Readers compute the normal from the corners; zero is the usual "not given".
    file.putFloat(0).putFloat(0).putFloat(0);
    for (int c = 0; c < corners.length; c += 2) {
      putCorner(file, torus, corners[c] % AROUND, corners[c + 1] % ACROSS);
    }
    file.putShort((short) 0);
  }

  private static void putCorner(ByteBuffer file, Torus torus, int around, int across) {
    double turn = 2 * Math.PI * around / AROUND;
    double tilt = 2 * Math.PI * across / ACROSS;
    double fromAxis = torus.ring() + torus.wire() * StrictMath.cos(tilt);
    file.putFloat((float) (torus.x() + fromAxis * StrictMath.cos(turn)))
        .putFloat((float) (fromAxis * StrictMath.sin(turn)))
        .putFloat((float) (torus.wire() * StrictMath.sin(tilt)));
  }
}
