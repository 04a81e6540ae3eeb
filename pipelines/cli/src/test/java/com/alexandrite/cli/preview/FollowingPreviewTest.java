package com.alexandrite.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FollowingPreviewTest {
  @TempDir private Path home;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Terminal terminal =
      CommandLine.populateCommand(
          new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false), "--json");
  private TinyConsole console;

  @BeforeEach
  void start() throws IOException {
    console = new TinyConsole(home);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void tellsEachPhaseOnceUntilItIsReady() throws Exception {
    console.course.addAll(List.of("QUEUED", "BUILDING", "BUILDING", "STARTING", "READY"));
    assertThat(following().toTheEnd(TinyConsole.NAME, _ -> false).ready()).isTrue();
    assertThat(lines().map(line -> line.path("phase").asString()))
        .containsExactly("QUEUED", "BUILDING", "STARTING", "READY");
  }

  @Test
  void endsWithTheProblemOfOneThatFails() throws Exception {
    console.course.addAll(List.of("BUILDING", "FAILED"));
    assertThat(following().toTheEnd(TinyConsole.NAME, _ -> false).message())
        .isEqualTo("shop does not compile.");
  }

  @Test
  void oneThatIsReadyWithTheRightRevisionIsAnAnswerAtOnce() throws Exception {
    console.course.add("READY");
    following().toTheEnd(TinyConsole.NAME, _ -> true);
    assertThat(now.get()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void theStateFromBeforeTheRequestIsNone() throws Exception {
    console.course.addAll(List.of("FAILED", "FAILED", "BUILDING", "READY"));
    assertThat(following().toTheEnd(TinyConsole.NAME, _ -> false).ready()).isTrue();
  }

  @Test
  void outlastsARestartOfTheConsole() throws Exception {
    console.course.addAll(List.of("BUILDING", "503", "503", "READY"));
    assertThat(following().toTheEnd(TinyConsole.NAME, _ -> false).ready()).isTrue();
  }

  @Test
  void givesUpWhenTheConsoleStaysAwayOrThePreviewIsGone() {
    console.course.add("503");
    assertThatThrownBy(() -> following().toTheEnd(TinyConsole.NAME, _ -> false))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("The console does not answer.");
    assertThat(now.get()).isEqualTo(Instant.EPOCH.plusSeconds(61));
    console.course.clear();
    console.course.add("404");
    assertThatThrownBy(() -> following().toTheEnd(TinyConsole.NAME, _ -> false))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("There is no such preview.");
  }

  private java.util.stream.Stream<JsonNode> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree);
  }

  private FollowingPreview following() {
    return new FollowingPreview(
        console.console(), terminal, now::get, () -> now.updateAndGet(time -> time.plusSeconds(1)));
  }
}
