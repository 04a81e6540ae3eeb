package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProcessHostTest {

  private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path home;
  private FileProcessHost host = new FileProcessHost(Path.of(""));

  @BeforeEach
  void oneProcessIsReady() {
    host = new FileProcessHost(home);
    ProcessSpec spec = Specs.of("shop", home, Specs.always("true"), "/bin/sleep", "1");
    host.want(spec);
    new ProcessFiles<>(home.resolve("processes/state"), ProcessState.class)
        .write("shop", ProcessState.startingAs(spec, EARLIER).in(Phase.READY, "", EARLIER));
  }

  @Test
  void whatWasSeenOfAnEarlierProgramIsNotBelievedOfTheNext() {
    host.want(Specs.of("shop", home, Specs.always("true"), "/bin/sleep", "2"));

    assertThat(phase()).isEqualTo(Phase.STARTING);
  }

  @Test
  void whatTakesOverInPlaceStaysReady() {
    host.want(Specs.of("shop", home, Specs.always("false"), "/bin/sleep", "1"));

    assertThat(phase()).isEqualTo(Phase.READY);
  }

  @Test
  void whatIsWantedNoMoreIsToldAsSeen() {
    host.unwant("shop");

    assertThat(phase()).isEqualTo(Phase.READY);
  }

  private Phase phase() {
    return Objects.requireNonNull(host.observe().get("shop")).phase();
  }
}
