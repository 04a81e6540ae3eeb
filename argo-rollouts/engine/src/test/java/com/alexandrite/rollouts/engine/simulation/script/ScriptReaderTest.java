package com.alexandrite.rollouts.engine.simulation.script;

import static com.alexandrite.rollouts.engine.simulation.script.DemoRollout.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the published schema say the same, as far as a schema can say it. */
class ScriptReaderTest {

  private static final Path FOLDER = Path.of("..", "simulations");
  private static final Schema SCHEMA = schema();

  private static final String GOOD =
      """
      release: {at: "2026-03-01T10:00:00Z", image: "demo:2"}
      metrics:
        - {metric: errors, template: gate, scalar: true, value: NaN}
        - metric: errors
          values:
            - {from: -10s, value: [0, 1.5]}
            - {from: 2026-03-01T10:01:00Z, ramp: {from: 0, to: 1, over: 30}}
            - {from: 90, empty: true}
            - {from: 2m, error: away}
        - {query: everybody, recorded: step.json}
      pods:
        - {revision: 3, readyAfter: never, maxReady: 1, crash: {at: 40s}}
      operator:
        - {at: 2m, do: setImage, image: "demo:3"}
        - {at: 1m, do: undo, toRevision: 1}
        - {at: 3m, do: scale, replicas: 4}
        - {at: 4m, do: restart}
      until: 48h
      """;

  /** A text to put in the place of another in the good script, and what is said of it. */
  record Bad(String good, String bad, String problem, boolean schemaToo) {
    @Override
    public String toString() {
      return bad;
    }
  }

  static Stream<Bad> bad() {
    return Stream.of(
        new Bad("metrics:", "metric:", "2: metric is not a known field", true),
        new Bad("metrics:", "other:", "1: metrics is missing", true),
        new Bad("10:00:00Z\"", "25:00:00Z\"", "1: release.at is no time", false),
        new Bad("demo:2", "registry:5000/demo", "1: release.image is what the man", false),
        new Bad("gate", "gates", "3: metrics[0].template is none of the templates", false),
        new Bad("metric: errors, t", "metric: error, t", "3: metrics[0].metric is in no", false),
        new Bad("metric: errors, template: gate, ", "", "3: metrics[0] names no metric", true),
        new Bad("true, value: NaN", "true", "3: metrics[0] must say one thing", true),
        new Bad("value: NaN", "value: 1, empty: true", "3: metrics[0] must say one", true),
        new Bad("-10s", "soon", "6: metrics[1].values[0].from is no time", true),
        new Bad("to: 1", "to: much", "7: metrics[1].values[1].ramp.to must be a number", true),
        new Bad(", over: 30", "", "7: metrics[1].values[1].ramp.over is missing", true),
        new Bad("empty: true", "empty: false", "8: metrics[1].values[2].empty must be true", true),
        new Bad("step.json", "none.json", "10: metrics[2].recorded names a file that", false),
        new Bad("step.json", "empty.json", "10: metrics[2].recorded names no recording", false),
        new Bad("step.json", "page.html", "10: metrics[2].recorded names no recording", false),
        new Bad("never", "later", "12: pods[0].readyAfter is no length of time", true),
        new Bad("at: 40s", "for: 40s", "12: pods[0].crash.at is missing", true),
        new Bad("at: 2m", "at: -2m", "14: operator[0].at is before the release", true),
        new Bad("restart", "dance", "17: operator[3].do is nothing that can be done: dance", true),
        new Bad("scale, replicas: 4", "scale", "16: operator[2].replicas is missing", true),
        new Bad(", image: \"demo:3\"", "", "14: operator[0].image is missing", true),
        new Bad("do: restart", "do: abort, image: a", "17: operator[3].image is not a k", true),
        new Bad("until: 48h", "until: 2d", "18: until is no length of time", true),
        new Bad("metrics:", "metrics: [", "is not YAML", true));
  }

  @Test
  void readsEverything() {
    Script script =
        ((ScriptReader.Reading.Accepted) DemoRollout.read(GOOD, DemoRollout.manifests(GATE)))
            .script();

    assertThat(script.release()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(script.image()).isEqualTo("demo:2");
    assertThat(script.limit()).isEqualTo(Duration.ofDays(2));
    assertThat(((Points) script.metrics().get(1).signal()).points())
        .extracting(Points.Point::from)
        .containsExactly(
            Duration.ofSeconds(-10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(120));
    assertThat(script.operator())
        .extracting(OperatorStep::what)
        .containsExactly("undo", "setImage", "scale", "restart");
    assertThat(script.pods())
        .containsExactly(
            new PodScript(3, null, 1, new PodScript.Crash(Duration.ofSeconds(40), null)));
    assertThat(SCHEMA.validate(GOOD, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesByLine(Bad bad) {
    String script = GOOD.replace(bad.good(), bad.bad());
    assertThat(DemoRollout.read(script, DemoRollout.manifests(GATE)))
        .isInstanceOfSatisfying(
            ScriptReader.Reading.Refused.class,
            refused ->
                assertThat(refused.refusals().toString())
                    .contains("script.yaml:")
                    .contains(bad.problem()));
    if (!bad.problem().contains("YAML")) {
      List<?> errors = SCHEMA.validate(script, InputFormat.YAML);
      assertThat(errors.isEmpty()).as("%s", errors).isEqualTo(!bad.schemaToo());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "metrics: []\n---\nmetrics: []\n"})
  void isOneDocument(String script) {
    assertThat(DemoRollout.read(script, DemoRollout.manifests(GATE)).toString())
        .contains("must be one document");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFulfilsTheSchemaThatItNames(Path example) throws IOException {
    assertThat(Files.readAllLines(example).getFirst())
        .isEqualTo("# yaml-language-server: $schema=simulation.schema.json");
    assertThat(SCHEMA.validate(Files.readString(example), InputFormat.YAML)).isEmpty();
  }

  private static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(FOLDER.resolve("simulation.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
