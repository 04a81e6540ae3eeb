package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessWatchTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SECONDS = 10;

  @TempDir private Path home;
  private final Semaphore signs = new Semaphore(0);

  @Test
  void eachStateThatIsPublishedIsToldAndItsEndToo() throws IOException, InterruptedException {
    try (var _ = new ProcessWatch(home, signs::release)) {
      var states = new ProcessFiles<>(home.resolve("processes/state"), ProcessState.class);
      ProcessState starting =
          ProcessState.startingAs(
              Specs.of("shop", home, Specs.always("true"), "/bin/sleep", "1"), NOW);

      states.write("shop", starting);
      assertThat(told()).isTrue();
      states.write("shop", starting.in(Phase.READY, "", NOW));
      assertThat(told()).isTrue();
      states.delete("shop");
      assertThat(told()).isTrue();
    }
  }

  private boolean told() throws InterruptedException {
    boolean told = signs.tryAcquire(SECONDS, TimeUnit.SECONDS);
    signs.drainPermits();
    return told;
  }
}
