package com.alexandrite.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A try that failed comes again soon, then later, then never. */
class RetryTiersTest {

  @Test
  void waitsLongerEachTimeAndEnds() {
    assertThat(RetryTiers.pauseAfter(1)).contains(Duration.ofSeconds(1));
    assertThat(RetryTiers.pauseAfter(4)).contains(Duration.ofSeconds(10));
    assertThat(RetryTiers.pauseAfter(15)).contains(Duration.ofSeconds(60));
    assertThat(RetryTiers.pauseAfter(16)).isEmpty();
  }

  @Test
  void oneQueueForEachPause() {
    assertThat(RetryTiers.all().stream().map(it -> RetryTiers.queue("q", it)))
        .containsExactly("q.retry.1s", "q.retry.10s", "q.retry.60s");
  }
}
