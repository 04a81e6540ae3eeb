package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupervisedProcessTest {

  private final FakeMachine machine = new FakeMachine();
  private Instant now = Instant.EPOCH;
  private final ProcessSpec spec =
      Specs.of("shop", Path.of("/"), Specs.always("/bin/true"), "/bin/shop");
  private final SupervisedProcess process = SupervisedProcess.wanted(spec, machine, machine, now);

  @Test
  void starts_and_becomes_ready_when_the_probe_says_so() {
    after(0);
    assertThat(process.state().phase()).isEqualTo(Phase.STARTING);
    machine.answer = Prober.Answer.yes();
    ready();
    assertThat(process.state().pid()).isEqualTo(100);
  }

  @Test
  void one_failed_probe_is_forgiven_and_the_threshold_is_not() {
    ready();
    machine.answer = Prober.Answer.no("answers 503");
    after(200);
    after(0);
    assertThat(process.state().phase()).isEqualTo(Phase.READY);
    after(200);
    after(0);
    assertThat(process.state().phase()).isEqualTo(Phase.NOT_READY);
    assertThat(process.state().message()).isEqualTo("answers 503");
  }

  @Test
  void comes_back_after_a_growing_pause_when_it_ends_unasked() {
    after(0);
    machine.crash();
    after(0);
    assertThat(process.state().phase()).isEqualTo(Phase.BACKOFF);
    assertThat(process.state().restarts()).isEqualTo(1);
    after(499);
    assertThat(process.running()).isEmpty();
    after(1);
    assertThat(process.running()).isPresent();
    machine.crash();
    after(0);
    after(999);
    assertThat(process.running()).isEmpty();
    after(1);
    assertThat(process.running()).isPresent();
  }

  @Test
  void a_long_healthy_life_forgives_earlier_crashes() {
    after(0);
    machine.crash();
    after(0);
    after(500);
    ready();
    after(30_000);
    machine.crash();
    after(0);
    after(500);
    assertThat(process.running()).isPresent();
  }

  @Test
  void is_asked_to_end_and_then_killed_with_its_group() {
    after(0);
    machine.obedient = false;
    process.want(null);
    after(0);
    after(2999);
    assertThat(machine.calls).endsWith("TERM 100");
    after(1);
    assertThat(machine.calls).endsWith("KILL group 100");
    after(0);
    assertThat(process.gone()).isTrue();
  }

  @Test
  void another_command_restarts_it_at_once_and_counts_as_no_crash() {
    after(0);
    process.want(Specs.of("shop", Path.of("/"), spec.readiness(), "/bin/shop", "--new"));
    after(0);
    after(0);
    after(0);
    assertThat(machine.calls)
        .containsExactly(
            "start 100", "TERM 100", "KILL group 100", "delete temporary files", "start 101");
    assertThat(process.state().restarts()).isZero();
  }

  @Test
  void another_probe_changes_in_place() {
    after(0);
    process.want(Specs.of("shop", Path.of("/"), Specs.always("/bin/false"), "/bin/shop"));
    after(0);
    assertThat(machine.calls).containsExactly("start 100");
  }

  @Test
  void says_why_it_cannot_start_and_tries_again() {
    machine.startable = false;
    after(0);
    assertThat(process.state().phase()).isEqualTo(Phase.FAILED);
    assertThat(process.state().message()).isEqualTo("no such program");
    machine.startable = true;
    after(10_000);
    assertThat(process.state().phase()).isEqualTo(Phase.STARTING);
  }

  private void ready() {
    machine.answer = Prober.Answer.yes();
    after(200);
    after(0);
    after(0);
    assertThat(process.state().phase()).isEqualTo(Phase.READY);
  }

  private void after(long millis) {
    now = now.plus(Duration.ofMillis(millis));
    process.tick(now);
  }
}
