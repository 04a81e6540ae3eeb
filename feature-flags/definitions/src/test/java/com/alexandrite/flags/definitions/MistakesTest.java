package com.alexandrite.flags.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {

  @ParameterizedTest
  @MethodSource("com.alexandrite.flags.definitions.Examples#bad")
  void aBadDefinitionIsNamedWithFileAndLine(Examples.Bad bad) {
    FlagDefinitions.Reading reading = Examples.read(bad.text());
    assertThat(reading.definitions().flags()).isEmpty();
    assertThat(reading.mistakes())
        .anySatisfy(mistake -> {
          assertThat(mistake.toString())
              .startsWith(
                  "feature-flags/definitions/flags/new-ring.yaml:%d: %s"
                      .formatted(bad.line(), bad.problem()));
          assertThat(mistake.advice()).isNotBlank();
        });
  }

  @Test
  void allMistakesOfAllFilesAreNamedAtOnce() {
    String three =
        Examples.GOOD
            .replace("owner: shop\n", "")
            .replace("unit: user", "unit: house")
            .replace("operator: in,", "operator: is,");
    FlagDefinitions.Reading reading =
        DefinitionReader.read(
            List.of(
                new DefinitionFile("flags/new-ring.yaml", three),
                new DefinitionFile("flags/other.yaml", Examples.GOOD)),
            new DefinitionFile("segments.yaml", "segments: {}"));
    assertThatThrownBy(reading::accepted)
        .isInstanceOf(BadDefinitions.class)
        .hasMessageContainingAll(
            "flags/new-ring.yaml:1: owner is missing. Name the team that answers for it.",
            "flags/new-ring.yaml:4: unit is \"house\". Choose one of user, order, partner, operator.",
            "flags/new-ring.yaml:17: rules[2].where[1].operator is \"is\".",
            "flags/other.yaml:1: key is new-ring in the file other.yaml. Name both alike.",
            "segments.yaml:1: segments must be a list.");
  }

  @Test
  void aSegmentNeedsADescriptionAndConditions() {
    FlagDefinitions.Reading reading =
        DefinitionReader.read(
            List.of(),
            new DefinitionFile(
                "segments.yaml",
                """
                segments:
                  - key: staff
                    colour: red
                  - key: staff
                    description: All
                    conditions:
                      - {attribute: age, operator: at-least, values: [old]}
                """));
    assertThat(reading.mistakes().stream().map(Mistake::toString))
        .containsExactly(
            "segments.yaml:2: segments[1].description is missing. Say who is in it.",
            "segments.yaml:2: segments[1].conditions is missing. Say who is in it.",
            "segments.yaml:3: segments[1].colour is not a known field. Check the spelling and the"
                + " indentation.",
            "segments.yaml:4: segments[2].key is taken by another segment. Rename one of them.",
            "segments.yaml:7: segments[2].conditions[1].values is not one number. Write one, such"
                + " as [10].");
  }
}
