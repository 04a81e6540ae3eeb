package com.alexandrite.flags.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas and the reader say the same, as far as a schema can say it. */
class SchemaTest {
  private static final String BASE = "https://alexandrite.localhost/schemas/";
  private static final Schema FLAG = schema("flag.schema.json");

  @ParameterizedTest
  @MethodSource("flags")
  void everyDefinitionFulfilsTheSchemaThatItNames(Path file) throws IOException {
    assertThat(Files.readAllLines(file).getFirst())
        .isEqualTo("# yaml-language-server: $schema=../flag.schema.json");
    assertThat(FLAG.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void theSegmentsFulfilTheirs() throws IOException {
    String segments = Files.readString(Path.of("segments.yaml"));
    assertThat(segments).startsWith("# yaml-language-server: $schema=segments.schema.json\n");
    Schema schema = schema("segments.schema.json");
    assertThat(schema.validate(segments, InputFormat.YAML)).isEmpty();
    assertThat(schema.validate("segments: [{key: staff}]", InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void aPreviewsFileHasASchema() {
    Schema schema = schema("preview.schema.json");

    assertThat(schema.validate("flags: {new-ring: on, x: off}", InputFormat.YAML)).isEmpty();
    for (String bad : List.of("{}", "flags: [on]", "flags: {a: 1}", "flags: {A_b: on}", "a: {}")) {
      assertThat(schema.validate(bad, InputFormat.YAML)).as(bad).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("com.alexandrite.flags.definitions.Examples#bad")
  void theSchemaRefusesWhatItCanSee(Examples.Bad bad) {
    if (bad.problem().contains("YAML") || bad.text().isEmpty() || bad.problem().contains("twice")) {
      // An editor says it before it looks at the schema.
      return;
    }
    List<Error> errors = FLAG.validate(bad.text(), InputFormat.YAML);
    assertThat(errors.isEmpty()).as("%s", errors).isEqualTo(!bad.schemaToo());
  }

  @Test
  void bothTakeTheGoodExample() {
    assertThat(FLAG.validate(Examples.GOOD, InputFormat.YAML)).isEmpty();
    assertThat(Examples.read(Examples.GOOD).mistakes()).isEmpty();
  }

  private static Stream<Path> flags() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("flags"))) {
      return files.sorted().toList().stream();
    }
  }

  private static Schema schema(String name) {
    try {
      Map<String, String> schemas =
          Map.of(
              BASE + "preview.schema.json", Files.readString(Path.of("preview.schema.json")),
              BASE + "flag.schema.json", Files.readString(Path.of("flag.schema.json")),
              BASE + "segments.schema.json", Files.readString(Path.of("segments.schema.json")));
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
          .getSchema(SchemaLocation.of(BASE + name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
