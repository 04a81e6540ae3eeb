package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void doubles_up_to_ten_seconds() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(Backoff::pauseAfter).map(Duration::toMillis))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L);
  }

  @Property
  void never_shrinks_and_never_exceeds_the_longest(
      @ForAll @IntRange(min = 1, max = 1_000_000) int failures) {
    assertThat(Backoff.pauseAfter(failures))
        .isBetween(Backoff.FIRST, Backoff.LONGEST)
        .isLessThanOrEqualTo(Backoff.pauseAfter(failures + 1));
  }
}
