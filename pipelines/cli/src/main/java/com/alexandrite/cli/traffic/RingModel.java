package com.alexandrite.cli.traffic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A plain ring as a binary STL file: a closed torus, lying in the xy plane, in millimetres. */
public final class RingModel {
  private static final int AROUND = 48;
  private static final int ACROSS = 16;
  private static final int HEADER_BYTES = 80;
  private static final int TRIANGLE_BYTES = 50;

  private final double ringRadius;
  private final double wireRadius;

  /**
   * @param innerDiameterMm the finger's size, such as 17.3
   * @param thicknessMm of the wire
   */
  public RingModel(double innerDiameterMm, double thicknessMm) {
    wireRadius = thicknessMm / 2;
    ringRadius = innerDiameterMm / 2 + wireRadius;
  }

  /** The whole file. */
  public byte[] stl() {
    int triangles = 2 * AROUND * ACROSS;
    ByteBuffer file =
        ByteBuffer.allocate(HEADER_BYTES + Integer.BYTES + triangles * TRIANGLE_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put("ring of a played customer".getBytes(StandardCharsets.US_ASCII));
    file.position(HEADER_BYTES).putInt(triangles);
    for (int i = 0; i < AROUND; i++) {
      for (int j = 0; j < ACROSS; j++) {
        putTriangle(file, i, j, i + 1, j, i + 1, j + 1);
        putTriangle(file, i, j, i + 1, j + 1, i, j + 1);
      }
    }
    return file.array();
  }

  private void putTriangle(ByteBuffer file, int... corners) {
    // Readers compute the normal from the corners; zero is the usual "not given".
    file.putFloat(0).putFloat(0).putFloat(0);
    for (int c = 0; c < corners.length; c += 2) {
      putVertex(file, corners[c] % AROUND, corners[c + 1] % ACROSS);
    }
    file.putShort((short) 0);
  }

  private void putVertex(ByteBuffer file, int around, int across) {
    double turn = 2 * Math.PI * around / AROUND;
    double tilt = 2 * Math.PI * across / ACROSS;
    double fromAxis = ringRadius + wireRadius * Math.cos(tilt);
    file.putFloat((float) (fromAxis * Math.cos(turn)))
        .putFloat((float) (fromAxis * Math.sin(turn)))
        .putFloat((float) (wireRadius * Math.sin(tilt)));
  }
}
