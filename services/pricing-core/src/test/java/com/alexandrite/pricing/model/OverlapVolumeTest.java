package com.alexandrite.pricing.model;

import static com.alexandrite.pricing.model.Shapes.binaryStl;
import static com.alexandrite.pricing.model.Shapes.cube;
import static com.alexandrite.pricing.model.Shapes.map;
import static com.alexandrite.pricing.model.Shapes.together;
import static com.alexandrite.pricing.model.Shapes.torus;
import static com.alexandrite.pricing.model.Shapes.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** What overlapping shells hold in common. */
class OverlapVolumeTest {

  private final MeasuringModel measuring =
      new MeasuringModel(new ModelLimits(1 << 21, 100_000, 100_000));

  @Test
  void ofCrossingCubesIsTheirCommonBox() {
    PricedBody body = body(binaryStl(together(cube(10), map(cube(10), p -> p.plus(5, 4, 3)))));

    assertThat(body.volumeMm3()).isCloseTo(2000, within(1e-9));
    assertThat(body.overlapMm3()).isCloseTo(5 * 6 * 7, within(2.1));
    assertThat(body.asUnion().volumeMm3()).isCloseTo(2000 - body.overlapMm3(), within(1e-9));
  }

  @Test
  void ofABodyWithinAnotherIsThatBody() {
    PricedBody body = body(binaryStl(together(cube(10), map(cube(4), p -> p.plus(3, 3, 3)))));

    assertThat(body.overlapMm3()).isCloseTo(64, within(0.64));
  }

  @Test
  void ofRoundBodiesIsWithinAPercent() {
    PricedBody body =
        body(
            binaryStl(
                together(torus(9, 2, 96, 48), map(torus(9, 2, 96, 48), p -> p.plus(0, 0, 1)))));

    // Of two circles of radius 2 whose middles are 1 apart, swept around the ring.
    double lens = 8 * Math.acos(0.25) - 0.5 * Math.sqrt(15);
    assertThat(body.overlapMm3()).isCloseTo(2 * Math.PI * 9 * lens, within(6.0));
  }

  @Test
  void isNothingForCavitiesAndSeparateBodies() {
    assertThat(body(binaryStl(together(cube(10), turned(map(cube(4), p -> p.plus(3, 3, 3)))))))
        .extracting(PricedBody::overlapMm3)
        .isEqualTo(0.0);
    assertThat(body(binaryStl(together(cube(10), map(cube(10), p -> p.plus(20, 0, 0))))))
        .extracting(PricedBody::overlapMm3)
        .isEqualTo(0.0);
  }

  private PricedBody body(MemorySegment model) {
    return ((Assessment.Priceable) measuring.of(model)).body();
  }
}
