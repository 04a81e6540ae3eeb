package com.alexandrite.pricing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every STL of the reference set against its expected figures. */
class ReferenceModelsTest {

  /** One shell that meets itself is found with the union of shells, which is not computed yet. */
  private static final Set<String> KNOWN_WARNINGS =
      Arrays.stream(ModelWarning.values()).map(ModelWarning::word).collect(Collectors.toSet());

  private final MeasuringModel measuring = new MeasuringModel(ModelLimits.ofThisProcess());

  @TestFactory
  Stream<DynamicTest> equalsTheExpectedFigures() {
    List<JsonNode> records = SharedModels.stlRecords();
    if (records.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "no reference models beside this checkout: nothing compared",
              () -> assertThat(SharedModels.folder()).isEmpty()));
    }
    return records.stream()
        .map(expected -> DynamicTest.dynamicTest(name(expected), () -> compare(expected)));
  }

  private void compare(JsonNode expected) throws IOException {
    Path file = SharedModels.folder().orElseThrow().resolve(name(expected));
    Assessment assessment = measuring.of(file);
    switch (assessment) {
      case Assessment.Priceable priceable -> comparePrice(expected, priceable);
      case Assessment.Refused refused -> compareReason(expected, refused);
    }
    Assessment.Stored stored =
        switch (assessment) {
          case Assessment.Priceable priceable -> priceable.stored();
          case Assessment.Refused refused -> refused.stored();
        };
    if (stored != null) {
      compareStored(expected, stored);
    }
  }

  private static void comparePrice(JsonNode expected, Assessment.Priceable priceable) {
    double measured = priceable.body().volumeMm3();
    double tolerance = Math.max(1e-9, expected.path("tolerance").path("volume").asDouble());
    boolean equal =
        verdict(expected).equals("priceable")
            && isNear(measured, expected.path("pricingVolumeMm3").asDouble(), tolerance);
    boolean acceptable =
        alternatives(expected)
            .anyMatch(other ->
                verdict(other).equals("priceable")
                    && isNear(measured, other.path("volume").asDouble(), tolerance));
    assertThat(equal || acceptable)
        .as("%s: priced at %s mm3, expected %s", name(expected), measured, expected)
        .isTrue();
    if (verdict(expected).equals("priceable")) {
      List<String> repairs = priceable.repairs().stream().map(Repair::word).toList();
      assertThat(repairs).isEqualTo(words(expected.path("repair")));
      List<String> warnings = priceable.warnings().stream().map(ModelWarning::word).toList();
      assertThat(warnings)
          .containsExactlyInAnyOrderElementsOf(
              words(expected.path("warnings")).stream().filter(KNOWN_WARNINGS::contains).toList());
    }
  }

  private static void compareReason(JsonNode expected, Assessment.Refused refused) {
    boolean equal =
        verdict(expected).equals("refuse")
            && expected.path("reason").asString().equals(refused.reason().word());
    assertThat(equal)
        .as("%s: %s (%s)", name(expected), refused.reason(), refused.detail())
        .isTrue();
  }

  private static void compareStored(JsonNode expected, Assessment.Stored stored) {
    Figures figures = stored.figures();
    JsonNode size = expected.path("mm").path("size");
    double length = 1e-9 * figures.box().diagonal();
    SoftAssertions.assertSoftly(softly -> {
      softly.assertThat(figures.triangles()).isEqualTo(expected.path("triangles").asInt());
      double surface = expected.path("mm").path("surfaceArea").asDouble();
      softly.assertThat(figures.surfaceMm2()).isCloseTo(surface, within(1e-9 * surface));
      softly.assertThat(figures.box().sizeX()).isCloseTo(size.get(0).asDouble(), within(length));
      softly.assertThat(figures.box().sizeY()).isCloseTo(size.get(1).asDouble(), within(length));
      softly.assertThat(figures.box().sizeZ()).isCloseTo(size.get(2).asDouble(), within(length));
      double volume = expected.path("mm").path("signedVolume").asDouble();
      if (expected.path("volumeMeaningful").asBoolean()) {
        softly
            .assertThat(figures.volumeMm3())
            .isCloseTo(volume, within(1e-9 * Math.abs(volume) + 1e-300));
      }
      compareTopology(softly, expected, stored.topology());
    });
  }

  private static void compareTopology(
      SoftAssertions softly, JsonNode expected, @Nullable Topology topology) {
    if (topology == null) {
      return;
    }
    softly
        .assertThat(topology.vertices())
        .as("vertices")
        .isEqualTo(expected.path("vertices").asInt());
    softly.assertThat(topology.edges()).as("edges").isEqualTo(expected.path("edges").asInt());
    softly.assertThat(topology.shells()).as("shells").isEqualTo(expected.path("shells").asInt());
    softly
        .assertThat(topology.closed())
        .as("closed")
        .isEqualTo(expected.path("watertight").asBoolean());
    softly
        .assertThat(topology.balanced())
        .as("balanced")
        .isEqualTo(expected.path("edgesBalanced").asBoolean());
    softly
        .assertThat(topology.boundaryEdges())
        .as("boundary")
        .isEqualTo(expected.path("boundaryEdges").asInt());
    softly
        .assertThat(topology.nonManifoldEdges())
        .as("non-manifold")
        .isEqualTo(expected.path("nonManifoldEdges").asInt());
    softly
        .assertThat(topology.consistent())
        .as("consistent")
        .isEqualTo(expected.path("windingConsistent").asBoolean());
    softly
        .assertThat(topology.eulerCharacteristic())
        .as("euler")
        .isEqualTo(expected.path("eulerCharacteristic").asInt());
    JsonNode genus = expected.path("genus");
    softly
        .assertThat(topology.genus())
        .as("genus")
        .isEqualTo(genus.isNumber() ? genus.asInt() : null);
  }

  private static boolean isNear(double measured, double expected, double relative) {
    return Math.abs(measured - expected) <= relative * Math.abs(expected);
  }

  private static Stream<JsonNode> alternatives(JsonNode expected) {
    return StreamSupport.stream(expected.path("alsoAcceptable").spliterator(), false);
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String verdict(JsonNode expected) {
    return expected.path("verdict").asString();
  }

  private static String name(JsonNode expected) {
    return expected.path("file").asString();
  }
}
