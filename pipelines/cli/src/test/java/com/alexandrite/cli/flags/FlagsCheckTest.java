package com.alexandrite.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.Main;
import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.source.Git;
import com.alexandrite.flags.definitions.CodeUses;
import com.alexandrite.flags.definitions.DefinitionFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlagsCheckTest {

  /** The gate: fails when a flag of this checkout has outlived its day. */
  @Test
  void theFlagsOfThisCheckoutPass() throws IOException {
    Path checkout = Checkout.around(Path.of("")).root();
    Lifecycle lifecycle =
        new Lifecycle(
            InstantSource.system().instant(), new SettledInDefinitions(new Git(checkout)));
    assertThat(lifecycle.check(DefinitionFolder.read(checkout), CodeUses.in(checkout)))
        .filteredOn(Finding::fails)
        .as("./alexandrite flags check")
        .isEmpty();
  }

  @Test
  void theCommandSaysTheSameToPrograms() {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    int code;
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      code = new CommandLine(new Main()).execute("flags", "check", "--json");
    } finally {
      System.setOut(before);
    }
    JsonNode result = JsonMapper.shared().readTree(bytes.toString(StandardCharsets.UTF_8).strip());
    assertThat(code).isZero();
    assertThat(result.path("passed").asBoolean()).isTrue();
    assertThat(result.path("flags").asInt()).isGreaterThanOrEqualTo(12);
    assertThat(result.path("errors").asInt()).isZero();
    assertThat(result.path("warnings").asInt()).isEqualTo(result.path("findings").size());
  }
}
