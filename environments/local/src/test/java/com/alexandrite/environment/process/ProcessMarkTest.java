package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With real processes. */
class ProcessMarkTest {
  private static final String VARIABLE = "ALEXANDRITE_MARK_TEST";

  private final String value = UUID.randomUUID().toString();
  private final ProcessMark mark = ProcessMark.of(VARIABLE, value);

  @AfterEach
  void nothingIsLeft() {
    mark.kill();
  }

  @Test
  void finds_and_kills_descendants_that_have_lost_their_parent() throws Exception {
    start("setsid sleep 1000 & setsid sleep 1000 &").waitFor();
    await().until(() -> mark.processes().size() == 2);

    assertThat(ProcessMark.of(VARIABLE, "another").kill()).isZero();
    assertThat(mark.kill()).isEqualTo(2);
    assertThat(mark.processes()).isEmpty();
  }

  @Test
  void kills_what_goes_on_starting_others() throws Exception {
    start("f() { sleep 0.2; f & }; f & f & f &").waitFor();
    await().until(() -> !mark.processes().isEmpty());

    mark.kill();

    assertThat(mark.processes()).isEmpty();
  }

  private Process start(String script) throws IOException {
    var builder = new ProcessBuilder("/bin/sh", "-c", script);
    builder.environment().put(VARIABLE, value);
    return builder.start();
  }
}
