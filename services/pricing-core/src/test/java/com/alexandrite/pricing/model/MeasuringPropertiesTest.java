package com.alexandrite.pricing.model;

import static com.alexandrite.pricing.model.Shapes.asciiStl;
import static com.alexandrite.pricing.model.Shapes.bytes;
import static com.alexandrite.pricing.model.Shapes.map;
import static com.alexandrite.pricing.model.Shapes.shuffled;
import static com.alexandrite.pricing.model.Shapes.torus;
import static com.alexandrite.pricing.model.Shapes.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.alexandrite.pricing.model.Shapes.Point;
import com.alexandrite.pricing.model.Shapes.Triangle;
import java.lang.foreign.MemorySegment;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every ring, wherever it lies and however it is written. */
class MeasuringPropertiesTest {

  private static final double EXACT = 1e-9;

  private final MeasuringModel measuring =
      new MeasuringModel(new ModelLimits(1 << 24, 100_000, 100_000));

  @Property(tries = 100)
  void volumeDoesNotDependOnThePlace(
      @ForAll @DoubleRange(min = -5000, max = 5000) double dx,
      @ForAll @DoubleRange(min = -5000, max = 5000) double dy,
      @ForAll @DoubleRange(min = -5000, max = 5000) double dz) {
    List<Triangle> ring = torus(9, 1.2, 12, 8);
    assertEqual(body(map(ring, p -> p.plus(dx, dy, dz))), body(ring), 1);
  }

  @Property(tries = 100)
  void volumeDoesNotDependOnTheDirection(
      @ForAll @DoubleRange(min = 0, max = 7) double turn,
      @ForAll @DoubleRange(min = 0, max = 7) double tilt) {
    List<Triangle> ring = torus(9, 1.2, 12, 8);
    assertEqual(body(map(ring, p -> rotated(p, turn, tilt))), body(ring), 1);
  }

  @Property(tries = 50)
  void nothingDependsOnTheOrderOfTheTriangles(@ForAll long seed) {
    List<Triangle> ring = torus(9, 1.2, 12, 8);
    PricedBody shuffled = body(shuffled(ring, seed));
    assertEqual(shuffled, body(ring), 1);
    assertThat(shuffled.geometryHash()).isEqualTo(body(ring).geometryHash());
  }

  @Property(tries = 100)
  void volumeGrowsWithTheCubeOfTheScale(@ForAll @DoubleRange(min = 0.05, max = 50) double scale) {
    List<Triangle> ring = torus(9, 1.2, 12, 8);
    assertEqual(body(map(ring, p -> p.times(scale))), body(ring), scale);
  }

  @Property(tries = 100)
  void aRingHasOneHoleAtEachFineness(
      @ForAll @IntRange(min = 3, max = 60) int around,
      @ForAll @IntRange(min = 3, max = 40) int across) {
    PricedBody ring = body(torus(9, 1.2, around, across));
    assertThat(ring.genus()).isEqualTo(1);
    assertThat(ring.shells()).isEqualTo(1);
    assertThat(ring.volumeMm3()).isLessThan(2 * Math.PI * Math.PI * 9 * 1.44);
  }

  @Property(tries = 50)
  void turningAllTrianglesTurnsTheSign(
      @ForAll @IntRange(min = 3, max = 30) int around,
      @ForAll @IntRange(min = 3, max = 30) int across) {
    List<Triangle> ring = torus(9, 1.2, around, across);
    double outward = stored(ring).figures().volumeMm3();
    double inward = stored(turned(ring)).figures().volumeMm3();
    assertThat(inward).isCloseTo(-outward, within(EXACT * outward));
    assertThat(body(turned(ring)).volumeMm3()).isCloseTo(outward, within(EXACT * outward));
  }

  @Property(tries = 300)
  void noBytesMakeItFail(@ForAll @Size(max = 400) byte[] noise) {
    assertThat(measuring.of(MemorySegment.ofArray(noise))).isNotNull();
  }

  @Property(tries = 300)
  void noDamageMakesItFail(@ForAll @IntRange(min = 80, max = 683) int place, @ForAll byte value) {
    MemorySegment file = Shapes.binaryStl(Shapes.cube(5));
    file.set(java.lang.foreign.ValueLayout.JAVA_BYTE, place, value);
    assertThat(measuring.of(file)).isNotNull();
  }

  @Property(tries = 200)
  void readsEveryNumberAsJavaDoes(@ForAll double value) {
    MemorySegment text = bytes(Double.toString(value));
    double fast = DecimalParser.fast(text, 0, text.byteSize());
    assertThat(Double.isNaN(fast) ? DecimalParser.exact(Double.toString(value)) : fast)
        .isEqualTo(value);
  }

  @Property(tries = 500)
  void readsShortNumbersFastAndExactly(
      @ForAll @IntRange(min = -999_999_999, max = 999_999_999) int digits,
      @ForAll @IntRange(min = -20, max = 20) int exponent) {
    String token = digits + "e" + exponent;
    MemorySegment text = bytes(token);
    assertThat(DecimalParser.fast(text, 0, text.byteSize())).isEqualTo(Double.parseDouble(token));
  }

  private static void assertEqual(PricedBody actual, PricedBody expected, double scale) {
    double volume = expected.volumeMm3() * scale * scale * scale;
    double surface = expected.surfaceMm2() * scale * scale;
    assertThat(actual.volumeMm3()).isCloseTo(volume, within(EXACT * volume));
    assertThat(actual.surfaceMm2()).isCloseTo(surface, within(EXACT * surface));
    assertThat(actual.genus()).isEqualTo(expected.genus());
    assertThat(actual.shells()).isEqualTo(expected.shells());
  }

  /** Through text, because it keeps all digits. */
  private PricedBody body(List<Triangle> triangles) {
    return ((Assessment.Priceable) measuring.of(bytes(asciiStl(triangles)))).body();
  }

  private Assessment.Stored stored(List<Triangle> triangles) {
    return ((Assessment.Priceable) measuring.of(bytes(asciiStl(triangles)))).stored();
  }

  private static Point rotated(Point p, double turn, double tilt) {
    double x = p.x() * Math.cos(turn) - p.y() * Math.sin(turn);
    double y = p.x() * Math.sin(turn) + p.y() * Math.cos(turn);
    return new Point(
        x,
        y * Math.cos(tilt) - p.z() * Math.sin(tilt),
        y * Math.sin(tilt) + p.z() * Math.cos(tilt));
  }
}
