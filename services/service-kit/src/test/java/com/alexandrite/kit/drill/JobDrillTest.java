package com.alexandrite.kit.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobDrillTest {

  @Test
  void withoutAFaultEveryJobBegins() {
    assertThatCode(JobDrill.none()::spoil).doesNotThrowAnyException();
  }

  @Test
  void everySecondJobFails() {
    assertThatThrownBy(new JobDrill(Drill.ERRORS, () -> 0.49)::spoil)
        .isInstanceOf(IOException.class);
    assertThatCode(new JobDrill(Drill.ERRORS, () -> 0.5)::spoil).doesNotThrowAnyException();
  }

  @Test
  void everyJobTakesLonger() throws IOException {
    Instant begun = Instant.now();
    new JobDrill(Drill.LATENCY, () -> 1).spoil();
    assertThat(Duration.between(begun, Instant.now()))
        .isGreaterThanOrEqualTo(DrillFilter.DELAY.minusMillis(5));
  }
}
