package com.alexandrite.cli.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.Main;
import com.alexandrite.cli.backtest.ChangedManifests;
import com.alexandrite.cli.backtest.Recording;
import com.alexandrite.cli.backtest.RecordingMetrics;
import com.alexandrite.cli.platform.Installation;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.Backtest;
import com.alexandrite.rollouts.engine.backtest.PastMetrics;
import com.alexandrite.rollouts.engine.backtest.PastRelease;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording of a release that went badly, against its own manifests and against others. */
class RolloutsBacktestTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private static final PastRelease RELEASE =
      new PastRelease(
          "r-7",
          "shop",
          "6",
          "7",
          "counted-old",
          "counted-new",
          START,
          START.plusSeconds(4),
          START.plusSeconds(21),
          START.plusSeconds(25),
          "RolledBack",
          "error-rate",
          "worse");

  /** An hour earlier, and stopped by a person. */
  private static final PastRelease STOPPED =
      new PastRelease(
          "r-6",
          "shop",
          "5",
          "6",
          "counted-older",
          "counted-old",
          START.minusSeconds(3600),
          START.minusSeconds(3596),
          START.minusSeconds(3560),
          START.minusSeconds(3555),
          "RolledBack",
          "aborted",
          "stopped");

  /** A tenth of the requests failed from the tenth second on. */
  private static final PastMetrics THEN =
      (metric, time) -> {
        boolean bad = metric.name().equals("error-rate") && time.isAfter(START.plusSeconds(10));
        double value = bad ? 0.1 : 0;
        return new PastMetrics.Answer.Known(
            new Reading.Value(new double[] {value}, bad ? "[0.1]" : "[0]", Map.of()));
      };

  @TempDir private Path folder;

  private String templates;

  @BeforeEach
  void record() throws IOException {
    Path manifests = Installation.current().checkout().resolve("argo-rollouts/manifests");
    templates = Files.readString(manifests.resolve("analysis/http.yaml"));
    ChangedManifests unchanged =
        ChangedManifests.read(List.of(new ManifestFile("http.yaml", templates)));
    RecordingMetrics metrics = new RecordingMetrics(THEN);
    ManifestSet shop = Objects.requireNonNull(ReleasedManifests.changedBy(unchanged).get("shop"));
    for (PastRelease release : List.of(RELEASE, STOPPED)) {
      Backtest.of(shop, release, metrics);
      metrics.complete(release);
    }
    new Recording(List.of(RELEASE, STOPPED), metrics.answers())
        .write(folder.resolve("recording.json"));
  }

  @Test
  void ownManifestsDecideAsThen() throws IOException {
    JsonNode release = backtest(templates);

    assertThat(release.path("then").asString()).isEqualTo("RolledBack");
    assertThat(release.path("thenAbortedAfter").asDouble()).isEqualTo(21);
    assertThat(release.path("now").asString()).isEqualTo("aborted");
    assertThat(release.path("nowAfter").asDouble()).isBetween(10.0, 36.0);
    assertThat(release.path("differs").asBoolean()).isFalse();
  }

  @Test
  void anotherThresholdDecidesOtherwise() throws IOException {
    JsonNode release = backtest(templates.replace("result[0] <= 0.05", "result[0] <= 0.5"));

    assertThat(release.path("service").asString()).isEqualTo("shop");
    assertThat(release.path("now").asString()).isEqualTo("passed so far");
    assertThat(release.path("differs").asBoolean()).isTrue();
  }

  @Test
  void whatAPersonStoppedIsNoOtherDecision() throws IOException {
    JsonNode stopped = releases(run(templates)).path(1);

    assertThat(stopped.path("then").asString()).isEqualTo("RolledBack");
    assertThat(stopped.path("thenCause").asString()).isEqualTo("stopped");
    assertThat(stopped.path("now").asString()).isEqualTo("passed so far");
    assertThat(stopped.path("differs").asBoolean()).isFalse();
  }

  @Test
  void looksAsFarBackAsAsked() throws IOException {
    assertThat(releases(run(templates))).hasSize(2);
    assertThat(releases(run(templates, "--since", "60m"))).hasSize(2);
    assertThat(releases(run(templates, "--since", "59m"))).hasSize(1);
  }

  @Test
  void anotherQueryIsNotInTheRecording() throws IOException {
    JsonNode release = backtest(templates.replace("/actuator.*", "/internal.*"));

    assertThat(release.path("now").asString()).isEqualTo("undecided");
    assertThat(release.path("reason").asString()).contains("does not hold this query");
  }

  @Test
  void whatIsNoManifestOfOursIsRefused() throws IOException {
    assertThat(
            run("kind: AnalysisTemplate\nmetadata: {name: x}\nspec: {metrics: [{name: x}]}\n")
                .exitCode())
        .isEqualTo(1);
    assertThat(run(templates.replace("metrics:", "metric:")).exitCode()).isEqualTo(1);
  }

  private JsonNode backtest(String changed) throws IOException {
    return releases(run(changed)).path(0);
  }

  private static JsonNode releases(Run run) {
    assertThat(run.exitCode()).isZero();
    JsonNode result = JsonMapper.shared().readTree(run.output().lines().toList().getLast());
    return result.path("releases");
  }

  private record Run(int exitCode, String output) {}

  private Run run(String changed, String... options) throws IOException {
    Path file = folder.resolve("http.yaml");
    Files.writeString(file, changed);
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      CommandLine command =
          new CommandLine(new Main()).setErr(new PrintWriter(PrintWriter.nullWriter()));
      String recording = folder.resolve("recording.json").toString();
      List<String> arguments =
          new ArrayList<>(
              List.of("rollouts", "backtest", file.toString(), "--from", recording, "--json"));
      arguments.addAll(List.of(options));
      int code = command.execute(arguments.toArray(String[]::new));
      return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
