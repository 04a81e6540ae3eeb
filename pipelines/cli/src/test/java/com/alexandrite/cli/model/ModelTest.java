package com.alexandrite.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command by its exit codes and its JSON. */
class ModelTest {

  private static final String TETRAHEDRON =
      """
      solid t
      facet normal 0 0 0
      outer loop
      vertex 0 0 0
      vertex 0 6 0
      vertex 6 0 0
      endloop
      endfacet
      facet normal 0 0 0
      outer loop
      vertex 0 0 0
      vertex 6 0 0
      vertex 0 0 6
      endloop
      endfacet
      facet normal 0 0 0
      outer loop
      vertex 0 0 0
      vertex 0 0 6
      vertex 0 6 0
      endloop
      endfacet
      facet normal 0 0 0
      outer loop
      vertex 6 0 0
      vertex 0 6 0
      vertex 0 0 6
      endloop
      endfacet
      endsolid t
      """;

  @TempDir private Path folder;

  @Test
  void measuresForPrograms() throws IOException {
    Run run = run("--json", file("t.stl", TETRAHEDRON));
    assertThat(run.exitCode()).isZero();
    JsonNode result = run.lastLine();
    assertThat(result.path("verdict").asString()).isEqualTo("priceable");
    assertThat(result.path("reason").isNull()).isTrue();
    assertThat(result.path("format").asString()).isEqualTo("stl");
    assertThat(result.path("unit").asString()).isEqualTo("millimeter");
    assertThat(result.path("triangles").asInt()).isEqualTo(4);
    assertThat(result.path("volumeMm3").asDouble()).isEqualTo(36);
    assertThat(result.path("box").path("size").get(2).asDouble()).isEqualTo(6);
    assertThat(result.path("shells").asInt()).isEqualTo(1);
    assertThat(result.path("closed").asBoolean()).isTrue();
    assertThat(result.path("genus").asInt()).isZero();
    assertThat(result.path("repairs").isEmpty()).isTrue();
    assertThat(result.path("seconds").asDouble()).isPositive();
  }

  @Test
  void refusesWithExitCodeOne() throws IOException {
    Run run = run("--json", file("model.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lastLine().path("verdict").asString()).isEqualTo("refuse");
    assertThat(run.lastLine().path("reason").asString()).isEqualTo("unsupported-format");
    assertThat(run.lastLine().path("format").asString()).isEqualTo("obj");
  }

  @Test
  void tellsPeopleWhatItIsAndWhatItCosts() throws IOException {
    Run run = run(file("t.stl", TETRAHEDRON));
    assertThat(run.output()).contains("priceable", "36.000 mm³", "Sterling silver", "EUR");
    Run refused = run(file("cut.stl", TETRAHEDRON.substring(0, 300)));
    assertThat(refused.output()).contains("refused: truncated", "Next: ");
  }

  @Test
  void asksForAFile() {
    assertThat(run().exitCode()).isEqualTo(2);
    assertThat(run(folder.resolve("nothing.stl").toString()).exitCode()).isEqualTo(2);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private record Run(int exitCode, String output) {
    JsonNode lastLine() {
      return JsonMapper.shared().readTree(output.strip().lines().toList().getLast());
    }
  }

  private static Run run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "model";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    PrintStream before = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      int exitCode = new CommandLine(new Main()).execute(all);
      return new Run(exitCode, output.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
