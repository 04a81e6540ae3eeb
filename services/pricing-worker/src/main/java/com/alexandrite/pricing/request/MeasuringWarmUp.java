package com.alexandrite.pricing.request;

import com.alexandrite.kit.warmup.WarmUpTask;
import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.model.ModelLimits;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Measures a made-up body again and again before the worker is ready: the first customer's model
 * would pay for the compiler.
 */
class MeasuringWarmUp implements WarmUpTask {

  private static final int ROUNDS = 60;
  private static final int SIDES = 600;

  @Override
  public void run() {
    MeasuringModel measuring = new MeasuringModel(ModelLimits.ofThisProcess());
    MemorySegment model = MemorySegment.ofArray(bipyramid());
    for (int round = 0; round < ROUNDS; round++) {
      measuring.of(model);
    }
  }

  /** Two pyramids over one polygon, as a binary STL. */
  private static byte[] bipyramid() {
    ByteBuffer file = ByteBuffer.allocate(84 + 50 * 2 * SIDES).order(ByteOrder.LITTLE_ENDIAN);
    file.position(80).putInt(2 * SIDES);
    for (int side = 0; side < SIDES; side++) {
      triangle(file, side, side + 1, 10);
      triangle(file, side + 1, side, -10);
    }
    return file.array();
  }

  private static void triangle(ByteBuffer file, int from, int to, float tip) {
    file.putFloat(0).putFloat(0).putFloat(0);
    for (int corner : new int[] {from, to}) {
      double angle = 2 * Math.PI * (corner % SIDES) / SIDES;
      file.putFloat((float) (10 * Math.cos(angle))).putFloat((float) (10 * Math.sin(angle)));
      file.putFloat(0);
    }
    file.putFloat(0).putFloat(0).putFloat(tip).putShort((short) 0);
  }
}
