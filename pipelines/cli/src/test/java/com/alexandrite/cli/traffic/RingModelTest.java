package com.alexandrite.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class RingModelTest {
  @Test
  void isAClosedOutwardSurfaceOfAboutTheVolumeOfATorus() {
    ByteBuffer file = ByteBuffer.wrap(new RingModel(18, 2).stl()).order(ByteOrder.LITTLE_ENDIAN);
    int triangles = file.getInt(80);
    assertThat(file.capacity()).isEqualTo(84 + 50 * triangles);
    double volume = 0;
    for (int t = 0; t < triangles; t++) {
      volume += signedVolume(file, 84 + 50 * t + 12);
    }
    double torus = 2 * Math.PI * Math.PI * 10 * 1;
    assertThat(volume).isCloseTo(torus, within(0.05 * torus));
  }

  private static double signedVolume(ByteBuffer file, int at) {
    double[] v = new double[9];
    for (int i = 0; i < 9; i++) {
      v[i] = file.getFloat(at + 4 * i);
    }
    return (v[0] * (v[4] * v[8] - v[5] * v[7])
            - v[1] * (v[3] * v[8] - v[5] * v[6])
            + v[2] * (v[3] * v[7] - v[4] * v[6]))
        / 6;
  }
}
