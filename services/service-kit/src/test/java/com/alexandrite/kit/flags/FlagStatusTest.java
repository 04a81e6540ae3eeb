package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FlagStatusTest {

  private final FlagStatus status = new FlagStatus(InstantSource.fixed(Instant.EPOCH));

  @Test
  void eachReasonIsNewsOnce() {
    assertThat(status.away("not reachable")).isTrue();
    assertThat(status.away("not reachable")).isFalse();
    assertThat(status.away("refuses the key")).isTrue();
    status.back();
    assertThat(status.away("refuses the key")).isTrue();
    assertThat(status.standing().away()).isEqualTo("refuses the key");
  }
}
