package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down while the disk takes nothing, and once it does again. */
class SupervisionTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path home;
  private final FakeMachine machine = new FakeMachine();

  @BeforeEach
  void twoAreWanted() {
    FileProcessHost host = new FileProcessHost(home);
    host.want(Specs.of("crm", home, Specs.always("true"), "/bin/sleep", "1"));
    host.want(Specs.of("shop", home, Specs.always("true"), "/bin/sleep", "1"));
  }

  private Supervision supervision() {
    return new Supervision(home, machine, machine, InstantSource.fixed(NOW));
  }

  @Test
  void everyProcessStartsAndIsAdoptedLaterAlthoughNothingCouldBeWritten() throws IOException {
    Supervision supervision = supervision();
    Path running = full("running");
    Path states = full("state");

    assertThatThrownBy(supervision::tick).isInstanceOf(UncheckedIOException.class);
    assertThat(machine.calls).hasSize(2);
    Files.delete(running);
    Files.delete(states);
    supervision.tick();
    supervision().adopt();

    assertThat(machine.calls).hasSize(2);
    assertThat(read("running", SupervisedProcess.Running.class)).containsOnlyKeys("crm", "shop");
    assertThat(read("state", ProcessState.class).values())
        .allMatch(state -> state.phase() == Phase.STARTING && state.pid() >= 100);
  }

  @Test
  void whatCannotBeMovedLeavesNothingBeside() throws IOException {
    Path folder = Files.createDirectories(home.resolve("processes/state"));
    Files.createDirectories(folder.resolve("shop.json/in the way"));

    assertThatThrownBy(() -> supervision().tick()).isInstanceOf(UncheckedIOException.class);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("crm.json", "shop.json");
    }
  }

  /** A file where a folder belongs: nothing is written in it. */
  private Path full(String folder) throws IOException {
    return Files.createFile(home.resolve("processes").resolve(folder));
  }

  private <T> Map<String, T> read(String folder, Class<T> type) {
    return new ProcessFiles<>(home.resolve("processes").resolve(folder), type).readAll();
  }
}
