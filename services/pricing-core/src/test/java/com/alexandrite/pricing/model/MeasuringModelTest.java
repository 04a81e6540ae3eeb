package com.alexandrite.pricing.model;

import static com.alexandrite.pricing.model.Shapes.asciiStl;
import static com.alexandrite.pricing.model.Shapes.binaryStl;
import static com.alexandrite.pricing.model.Shapes.bytes;
import static com.alexandrite.pricing.model.Shapes.cube;
import static com.alexandrite.pricing.model.Shapes.map;
import static com.alexandrite.pricing.model.Shapes.together;
import static com.alexandrite.pricing.model.Shapes.torus;
import static com.alexandrite.pricing.model.Shapes.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.alexandrite.pricing.model.Shapes.Point;
import com.alexandrite.pricing.model.Shapes.Triangle;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcomes by example. */
class MeasuringModelTest {

  private final MeasuringModel measuring =
      new MeasuringModel(new ModelLimits(1 << 20, 10_000, 100_000));

  @Test
  void measuresACube() {
    Assessment.Priceable cube = priceable(binaryStl(cube(10)));
    assertThat(cube.body().volumeMm3()).isCloseTo(1000, within(1e-9));
    assertThat(cube.body().surfaceMm2()).isEqualTo(600);
    assertThat(cube.body().box()).isEqualTo(new Box(0, 0, 0, 10, 10, 10));
    assertThat(cube.body().shells()).isEqualTo(1);
    assertThat(cube.body().genus()).isZero();
    assertThat(cube.stored().figures().triangles()).isEqualTo(12);
    assertThat(cube.repairs()).isEmpty();
    assertThat(cube.warnings()).isEmpty();
  }

  @Test
  void measuresTheSameFromText() {
    Assessment.Priceable cube = priceable(bytes(asciiStl(cube(10))));
    assertThat(cube.body()).isEqualTo(priceable(binaryStl(cube(10))).body());
    assertThat(cube.stored().format()).isEqualTo(ModelFormat.STL_ASCII);
  }

  @Test
  void countsTheHoleOfARing() {
    Assessment.Priceable ring = priceable(binaryStl(torus(9, 1.2, 48, 24)));
    assertThat(ring.body().genus()).isEqualTo(1);
    assertThat(ring.body().volumeMm3()).isCloseTo(2 * Math.PI * Math.PI * 9 * 1.44, within(4.0));
  }

  @Test
  void takesTheCavityOut() {
    Assessment.Priceable hollow = priceable(binaryStl(together(cube(10), turned(inner(cube(4))))));
    assertThat(hollow.body().volumeMm3()).isCloseTo(936, within(1e-9));
    assertThat(hollow.body().shells()).isEqualTo(2);
    assertThat(hollow.repairs()).isEmpty();
    assertThat(hollow.warnings()).isEmpty();
  }

  @Test
  void turnsTheWholeModelWhenItIsInsideOutAndKeepsItsCavity() {
    Assessment.Priceable hollow =
        priceable(binaryStl(turned(together(cube(10), turned(inner(cube(4)))))));
    assertThat(hollow.body().volumeMm3()).isCloseTo(936, within(1e-9));
    assertThat(hollow.repairs()).containsExactly(Repair.FLIP_ALL);
  }

  @Test
  void turnsOneOfTwoBodies() {
    Assessment.Priceable two =
        priceable(binaryStl(together(cube(10), turned(map(cube(10), p -> p.plus(20, 0, 0))))));
    assertThat(two.body().volumeMm3()).isCloseTo(2000, within(1e-9));
    assertThat(two.repairs()).containsExactly(Repair.FLIP_SHELLS);
  }

  @Test
  void saysThatABodyLiesInAnother() {
    Assessment.Priceable nested = priceable(binaryStl(together(cube(10), inner(cube(4)))));
    assertThat(nested.warnings())
        .containsExactly(ModelWarning.OVERLAPPING_SHELLS, ModelWarning.NESTED_SHELL_SAME_DIRECTION);
  }

  @Test
  void saysThatBodiesOverlapButNotThatTheyTouchOrAreLinked() {
    List<Triangle> cube = cube(10);
    assertThat(priceable(binaryStl(together(cube, map(cube, p -> p.plus(5, 4, 3))))).warnings())
        .containsExactly(ModelWarning.OVERLAPPING_SHELLS);
    assertThat(priceable(binaryStl(together(cube, map(cube, p -> p.plus(10, 10, 10))))).warnings())
        .isEmpty();
    List<Triangle> link = torus(9, 1.2, 48, 24);
    List<Triangle> next = map(link, p -> new Point(p.x() + 9, p.z(), -p.y()));
    assertThat(priceable(binaryStl(together(link, next))).warnings()).isEmpty();
  }

  @Test
  void turnsSingleTrianglesBack() {
    List<Triangle> ring = new ArrayList<>(torus(9, 1.2, 48, 24));
    double volume = priceable(binaryStl(ring)).body().volumeMm3();
    for (int t : new int[] {3, 4, 77, 500}) {
      ring.set(t, ring.get(t).turned());
    }
    Assessment.Priceable mended = priceable(binaryStl(ring));
    assertThat(mended.repairs()).containsExactly(Repair.REORIENT);
    assertThat(mended.body().volumeMm3()).isCloseTo(volume, within(1e-9));
  }

  @Test
  void dropsDegenerateAndRepeatedTriangles() {
    List<Triangle> cube = cube(10);
    Triangle first = cube.getFirst();
    Triangle again = new Triangle(first.b(), first.c(), first.a());
    Triangle line = new Triangle(first.a(), first.a(), first.b());
    Assessment.Priceable mended = priceable(binaryStl(together(cube, List.of(again, line))));
    assertThat(mended.repairs()).containsExactly(Repair.DROP_DEGENERATE, Repair.DROP_DUPLICATES);
    assertThat(mended.body().surfaceMm2()).isEqualTo(600);
    assertThat(mended.stored().figures().triangles()).isEqualTo(14);
  }

  @Test
  void closesGapsOfRounding() {
    List<Triangle> cube = new ArrayList<>(cube(10));
    cube.set(5, cube.get(5).map(p -> p.plus(2e-6, -2e-6, 0)));
    Assessment.Priceable welded = priceable(binaryStl(cube));
    assertThat(welded.repairs()).containsExactly(Repair.WELD);
    assertThat(welded.warnings()).containsExactly(ModelWarning.WELDED);
    assertThat(welded.stored().topology()).isNotNull();
    assertThat(welded.body().volumeMm3()).isCloseTo(1000, within(1e-3));
  }

  @Test
  void refusesAHole() {
    Assessment.Refused open = refused(binaryStl(cube(10).subList(0, 11)));
    assertThat(open.reason()).isEqualTo(RefusalReason.NOT_CLOSED);
    assertThat(open.detail()).contains("3 open edges");
    assertThat(open.stored()).isNotNull();
  }

  @Test
  void refusesAFlatSheet() {
    Point a = new Point(0, 0, 0);
    Point b = new Point(10, 0, 0);
    Point c = new Point(0, 10, 0);
    Triangle sheet = new Triangle(a, b, c);
    assertThat(refused(binaryStl(List.of(sheet, sheet.turned()))).reason())
        .isEqualTo(RefusalReason.ZERO_VOLUME);
  }

  @Test
  void refusesTwoCubesThatShareAnEdge() {
    List<Triangle> two = together(cube(10), map(cube(10), p -> p.plus(10, 10, 0)));
    assertThat(refused(binaryStl(two)).reason()).isEqualTo(RefusalReason.NON_MANIFOLD);
  }

  @Test
  void refusesASurfaceWithOneSide() {
    // A Klein bottle as a grid that is glued to its mirror image, each vertex at a place of its
    // own.
    List<Triangle> bottle = new ArrayList<>();
    int n = 8;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Point a = kleinPoint(i, j, n);
        Point b = kleinPoint(i + 1, j, n);
        Point c = kleinPoint(i + 1, j + 1, n);
        Point d = kleinPoint(i, j + 1, n);
        bottle.add(new Triangle(a, b, c));
        bottle.add(new Triangle(a, c, d));
      }
    }
    assertThat(refused(binaryStl(bottle)).reason()).isEqualTo(RefusalReason.INCONSISTENT_WINDING);
  }

  @Test
  void keepsToTheCountOfTheHeader() {
    assertThat(refused(binaryStl(cube(10), "", -1, 0)).reason()).isEqualTo(RefusalReason.TRUNCATED);
    assertThat(refused(binaryStl(cube(10), "", 13, 0)).reason()).isEqualTo(RefusalReason.TRUNCATED);
    assertThat(refused(binaryStl(cube(10), "", 0, 0)).reason()).isEqualTo(RefusalReason.MALFORMED);
    assertThat(refused(binaryStl(List.of())).reason()).isEqualTo(RefusalReason.EMPTY);
    assertThat(priceable(binaryStl(cube(10), "", 12, 70)).warnings())
        .containsExactly(ModelWarning.TRAILING_BYTES);
  }

  @Test
  void readsABinaryFileWhoseHeaderSaysSolid() {
    assertThat(priceable(binaryStl(cube(10), "solid cube", 12, 0)).stored().format())
        .isEqualTo(ModelFormat.STL_BINARY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesNumbersThatAreNone(double none) {
    List<Triangle> cube = new ArrayList<>(cube(10));
    cube.set(7, new Triangle(cube.get(7).a(), cube.get(7).b(), new Point(none, none, none)));
    assertThat(refused(binaryStl(cube)).reason()).isEqualTo(RefusalReason.NON_FINITE);
    assertThat(refused(bytes(asciiStl(cube))).reason()).isEqualTo(RefusalReason.NON_FINITE);
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThat(refused(binaryStl(cube(1e30))).reason()).isEqualTo(RefusalReason.TOO_LARGE);
    assertThat(refused(bytes(asciiStl(cube(1e200)))).reason()).isEqualTo(RefusalReason.TOO_LARGE);
    MeasuringModel strict = new MeasuringModel(new ModelLimits(1 << 20, 11, 1000));
    assertThat(strict.of(binaryStl(cube(1))))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_LARGE));
    assertThat(strict.of(bytes(asciiStl(cube(1)))))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_LARGE));
  }

  @Test
  void readsTextInAnyCaseWithAnyBlanksAndSeveralSolids() {
    String one = asciiStl(cube(1)).replace("made in code", "facet of vertex");
    String two = asciiStl(map(cube(1), p -> p.plus(3, 0, 0))).toUpperCase(Locale.ROOT);
    String strange = ("\uFEFF\r\n" + one + two).replace(" ", " \t ").replace("\n", "\r");
    assertThat(priceable(bytes(strange)).body().volumeMm3()).isCloseTo(2, within(1e-12));
  }

  @Test
  void readsAFacetWrittenInOneLine() {
    String text = asciiStl(cube(2)).replace("\n outer", " outer").replaceAll("\\R +", " ");
    assertThat(priceable(bytes(text)).body().volumeMm3()).isEqualTo(8);
  }

  @Test
  void acceptsTextWithoutItsEndWhenTheBodyIsWhole() {
    String text = asciiStl(cube(2)).replaceAll("endsolid.*", "");
    assertThat(priceable(bytes(text)).warnings()).containsExactly(ModelWarning.MISSING_END);
  }

  @Test
  void refusesTextThatBreaksOff() {
    String text = asciiStl(cube(2));
    for (int length = text.indexOf("outer"); length < text.lastIndexOf("endfacet"); length++) {
      assertThat(refused(bytes(text.substring(0, length))).reason())
          .as("%s characters", length)
          .isIn(RefusalReason.TRUNCATED, RefusalReason.NOT_CLOSED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vertex 0.0,vertex 0.0.0",
    "vertex 0.0,vertex 0x1",
    "vertex 0.0,vertex '0,5'",
    "vertex 0.0,vertex 1f",
    "vertex 0.0,vertex one",
    "endloop,vertex 1 1 1 endloop",
    "outer loop,outer loops",
    "endfacet,endfacets"
  })
  void refusesBrokenText(String good, String bad) {
    Assessment.Refused refused = refused(bytes(asciiStl(cube(2)).replace(good, bad)));
    assertThat(refused.reason()).isEqualTo(RefusalReason.MALFORMED);
    assertThat(refused.detail()).contains("Line ");
  }

  @Test
  void namesFormatsThatAreNotReadYet() {
    assertThat(formatOf("# Blender\nv 0 0 0\nf 1 2 3\n")).isEqualTo(ModelFormat.OBJ);
    assertThat(formatOf("ply\nformat ascii 1.0\n")).isEqualTo(ModelFormat.PLY);
    assertThat(formatOf("{\"asset\":{\"version\":\"2.0\"}}")).isEqualTo(ModelFormat.GLTF);
    assertThat(formatOf("glTF\2\0\0\0")).isEqualTo(ModelFormat.GLB);
    assertThat(formatOf("PK\3\4....")).isEqualTo(ModelFormat.THREE_MF);
  }

  @Test
  void saysWhatAStrangeFileIs() {
    Assessment.Refused image =
        refused(MemorySegment.ofArray("\u0089PNG\r\n....".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(image.reason()).isEqualTo(RefusalReason.MALFORMED);
    assertThat(image.detail()).contains("PNG");
    assertThat(refused(bytes("Dear Sir,\n")).reason()).isEqualTo(RefusalReason.MALFORMED);
    assertThat(refused(bytes("")).reason()).isEqualTo(RefusalReason.EMPTY);
  }

  private @org.jspecify.annotations.Nullable ModelFormat formatOf(String text) {
    Assessment.Refused refused = refused(bytes(text));
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNSUPPORTED_FORMAT);
    return refused.format();
  }

  private Assessment.Priceable priceable(MemorySegment file) {
    Assessment assessment = measuring.of(file);
    assertThat(assessment).isInstanceOf(Assessment.Priceable.class);
    return (Assessment.Priceable) assessment;
  }

  private Assessment.Refused refused(MemorySegment file) {
    Assessment assessment = measuring.of(file);
    assertThat(assessment).isInstanceOf(Assessment.Refused.class);
    return (Assessment.Refused) assessment;
  }

  private static List<Triangle> inner(List<Triangle> body) {
    return map(body, p -> p.plus(3, 3, 3));
  }

  private static Point kleinPoint(int i, int j, int n) {
    int row = i % n;
    int column = (i / n % 2 == 0 ? j : n - j) % n;
    double bend = 2 * Math.PI * row / n;
    double turn = 2 * Math.PI * column / n;
    double half = bend / 2;
    double radius = 4 + Math.cos(half) * Math.sin(turn) - Math.sin(half) * Math.sin(2 * turn);
    double height = Math.sin(half) * Math.sin(turn) + Math.cos(half) * Math.sin(2 * turn);
    return new Point(radius * Math.cos(bend), radius * Math.sin(bend), height + column * 0.01);
  }
}
