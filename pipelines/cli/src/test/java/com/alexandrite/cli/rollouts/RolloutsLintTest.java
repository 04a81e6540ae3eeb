package com.alexandrite.cli.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command by its exit codes and its JSON. */
class RolloutsLintTest {

  private static final String WARNED =
      """
      kind: AnalysisTemplate
      metadata: {name: errors}
      spec:
        metrics:
          - name: errors
            successCondition: result[0] < 3
            provider:
              prometheus:
                query: sum(failures)
      """;

  @TempDir private Path folder;

  @Test
  void ourOwnManifestsAreClean() {
    Run run = execute();

    assertThat(run.exitCode()).isZero();
    assertThat(run.result().path("rollouts").asInt()).isEqualTo(4);
    assertThat(run.result().path("findings").isEmpty()).isTrue();
  }

  @Test
  void aWarningIsToldAndPasses() throws IOException {
    Run run = lint(WARNED);

    assertThat(run.exitCode()).isZero();
    JsonNode finding = run.result().path("findings").path(0);
    assertThat(finding.path("file").asString()).endsWith("below/errors.yaml");
    assertThat(finding.path("line").asInt()).isEqualTo(6);
    assertThat(finding.path("rule").asString()).isEqualTo("fails-without-data");
    assertThat(finding.path("severity").asString()).isEqualTo("warning");
    assertThat(finding.path("advice").asString()).contains("len(result) == 0");
  }

  @Test
  void anErrorFails() throws IOException {
    Run run = lint(WARNED.replace("result[0] <", "result[0] =<"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.result().path("passed").asBoolean()).isFalse();
  }

  @Test
  void aFolderWithoutManifestsFails() {
    assertThat(execute(folder.toString()).exitCode()).isEqualTo(1);
    assertThat(execute(folder.resolve("missing").toString()).exitCode()).isEqualTo(1);
  }

  private Run lint(String template) throws IOException {
    Path below = Files.createDirectories(folder.resolve("below"));
    Files.writeString(below.resolve("errors.yaml"), template);
    return execute(folder.toString());
  }

  private record Run(int exitCode, String output) {

    JsonNode result() {
      return JsonMapper.shared().readTree(output.lines().toList().getLast());
    }
  }

  private static Run execute(String... paths) {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      CommandLine command =
          new CommandLine(new Main()).setErr(new PrintWriter(PrintWriter.nullWriter()));
      String[] arguments = new String[paths.length + 3];
      arguments[0] = "rollouts";
      arguments[1] = "lint";
      arguments[2] = "--json";
      System.arraycopy(paths, 0, arguments, 3, paths.length);
      return new Run(command.execute(arguments), bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
