package com.alexandrite.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InstantSource clock = now::get;
  private final AtomicInteger arrivals = new AtomicInteger();
  private final Pace pace = new Pace(clock, 2, arrivals::incrementAndGet);

  @Test
  void someoneArrivesWhenNobodyWaits() {
    pace.tick();
    assertThat(arrivals).hasValue(1);
  }

  @Test
  void whoWaitsGoesFirst() throws InterruptedException {
    CountDownLatch released = waitingVisitor(Duration.ZERO);
    pace.tick();
    assertThat(released.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(arrivals).hasValue(0);
  }

  @Test
  void whoStillThinksDoesNotHoldTheTurn() throws InterruptedException {
    CountDownLatch released = waitingVisitor(Duration.ofSeconds(1));
    pace.tick();
    assertThat(arrivals).hasValue(1);
    now.set(Instant.EPOCH.plusSeconds(1));
    pace.tick();
    assertThat(released.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(arrivals).hasValue(1);
  }

  @Test
  void theShopDoesNotGetFullerThanTheBound() {
    pace.tick();
    pace.tick();
    pace.tick();
    assertThat(arrivals).hasValue(2);
    assertThat(pace.skipped()).isEqualTo(1);
    pace.left();
    pace.tick();
    assertThat(arrivals).hasValue(3);
  }

  private CountDownLatch waitingVisitor(Duration thinking) throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    Thread visitor =
        Thread.ofVirtual()
            .start(() -> {
              try {
                pace.awaitTurn(thinking);
                released.countDown();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    while (visitor.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return released;
  }
}
