package com.alexandrite.cli.verify;

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
class ConformanceCommandTest {

  private static final String GOOD =
      """
      {"id":"good","fn":"worstPhase","in":{"left":"Failed","right":"Error"},"want":{"worst":"Failed","rightIsWorse":false}}
      """;
  private static final String BAD = GOOD.replace("good", "bad").replace("false", "true");
  private static final String UNKNOWN = "{\"id\":\"new\",\"fn\":\"somethingNew\"}\n";

  @TempDir private Path folder;

  @Test
  void isGoodWhenEveryRowIsAsRecorded() throws IOException {
    Run run = run(GOOD);

    assertThat(run.exitCode()).isZero();
    JsonNode file = run.result().path("files").path(0);
    assertThat(file.path("file").asString()).isEqualTo("rows.jsonl");
    assertThat(file.path("total").asInt()).isEqualTo(1);
    assertThat(file.path("equal").asInt()).isEqualTo(1);
    assertThat(file.path("decided").asInt()).isZero();
    assertThat(file.path("notExecuted").asInt()).isZero();
    assertThat(file.path("deviations").isEmpty()).isTrue();
  }

  @Test
  void namesADeviationWithBothOutcomes() throws IOException {
    Run run = run(GOOD + BAD);

    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode deviation = run.result().path("files").path(0).path("deviations").path(0);
    assertThat(deviation.path("id").asString()).isEqualTo("bad");
    assertThat(deviation.path("expected").asString()).isEqualTo("{rightIsWorse=true}");
    assertThat(deviation.path("actual").asString()).isEqualTo("{rightIsWorse=false}");
  }

  @Test
  void isNotGoodWhenARowIsNotExecuted() throws IOException {
    Run run = run(GOOD + UNKNOWN);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.result().path("files").path(0).path("notExecuted").asInt()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutFilesIsWrongUsage() {
    assertThat(execute(folder).exitCode()).isEqualTo(2);
    assertThat(execute(folder.resolve("missing")).exitCode()).isEqualTo(2);
  }

  private Run run(String rows) throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"), rows);
    return execute(folder);
  }

  private record Run(int exitCode, String output) {

    JsonNode result() {
      return JsonMapper.shared().readTree(output.lines().toList().getLast());
    }
  }

  private static Run execute(Path folder) {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      CommandLine command =
          new CommandLine(new Main()).setErr(new PrintWriter(PrintWriter.nullWriter()));
      int code = command.execute("test", "--conformance", folder.toString(), "--json");
      return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
