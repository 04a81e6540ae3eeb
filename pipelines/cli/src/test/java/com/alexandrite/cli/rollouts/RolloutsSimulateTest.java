package com.alexandrite.cli.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.Main;
import com.alexandrite.environment.local.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command by its exit codes, its JSON and what it tells people. */
class RolloutsSimulateTest {

  private static final Path ROLLOUTS = Checkout.around(Path.of("")).root().resolve("argo-rollouts");

  @TempDir private Path folder;

  @Test
  void aHealthyVersionIsPromoted() {
    Run run = simulate(ROLLOUTS.resolve("simulations/shop-healthy.yaml"), "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output().lines()).hasSize(1);
    JsonNode result = run.result();
    assertThat(result.path("outcome").asString()).isEqualTo("Promoted");
    assertThat(result.path("rollout").asString()).isEqualTo("shop");
    assertThat(result.path("abortedAfter").isNull()).isTrue();
    assertThat(result.path("steps").asInt()).isEqualTo(10);
    JsonNode first = result.path("events").path(0);
    assertThat(first.path("second").asInt()).isZero();
    assertThat(first.path("phase").asString()).isEqualTo("Progressing");
    assertThat(first.path("canary").path("revision").asInt()).isEqualTo(2);
    assertThat(result.path("events").findValuesAsString("metric"))
        .contains("error-rate", "latency", "p99");
  }

  @Test
  void aBadVersionIsNot() {
    Run run = simulate(ROLLOUTS.resolve("simulations/shop-errors.yaml"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("analysis (background) error-rate: Failed [0.25]")
        .contains("analysis (step) latency: Error (connection refused)")
        .containsPattern("Aborted after 0:\\d\\d: RolloutAborted: ");
  }

  @Test
  void aScriptIsRefusedByLine() throws IOException {
    Path script = Files.writeString(folder.resolve("bad.yaml"), "metrics:\n  - metric: latent\n");

    Run run = simulate(script, "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode result = run.result();
    assertThat(result.path("outcome").asString()).isEqualTo("Invalid");
    assertThat(result.path("problems").path(0).path("line").asInt()).isEqualTo(2);
    assertThat(result.path("reason").asString())
        .startsWith(script + ":2: metrics[0].metric is in no template: latent. There are: ");
    assertThat(simulate(script).output()).contains(script + ":2: metrics[0].metric", "Invalid");
  }

  @Test
  void manifestsAreRefusedByLine() throws IOException {
    Path script = Files.writeString(folder.resolve("none.yaml"), "metrics: []");
    String manifest = "kind: Rollout\nmetadata: {name: x}\nspec:\n  replicaz: 1\n";
    Path rollout = Files.writeString(folder.resolve("rollout.yaml"), manifest);

    Run run = execute(List.of(rollout.toString(), "--metrics", script.toString(), "--json"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.result().path("problems").findValuesAsString("path")).contains("spec.replicaz");
  }

  @Test
  void whatIsNotThereIsWrongUsage() {
    assertThat(simulate(folder.resolve("missing.yaml")).exitCode()).isEqualTo(2);
    assertThat(execute(List.of(ROLLOUTS.toString())).exitCode()).isEqualTo(2);
  }

  private static Run simulate(Path script, String... options) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    ROLLOUTS.resolve("manifests/shop").toString(),
                    ROLLOUTS.resolve("manifests/analysis").toString(),
                    "--metrics",
                    script.toString()),
                Stream.of(options))
            .toList();
    return execute(arguments);
  }

  private record Run(int exitCode, String output) {

    JsonNode result() {
      return JsonMapper.shared().readTree(output);
    }
  }

  private static Run execute(List<String> arguments) {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      int code =
          new CommandLine(new Main())
              .setErr(new PrintWriter(PrintWriter.nullWriter()))
              .execute(
                  Stream.concat(Stream.of("rollouts", "simulate"), arguments.stream())
                      .toArray(String[]::new));
      return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
