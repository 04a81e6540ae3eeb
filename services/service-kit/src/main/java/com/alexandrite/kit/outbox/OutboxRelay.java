package com.alexandrite.kit.outbox;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.alexandrite.kit.signal.SignalListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries facts from the table to the broker: woken by each commit, polling for what a lost signal
 * left behind.
 *
 * <p>A row is deleted only after the broker confirmed it; a crash in between sends it twice, which
 * the inbox forgives.
 */
class OutboxRelay implements SmartLifecycle, SignalListener {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /** Confirms in flight: one at a time is ten times slower, a thousand only add latency. */
  private static final int BATCH = 100;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration UNROUTABLE_PAUSE = Duration.ofSeconds(2);

  private final OutboxTable table;
  private final ConfirmedPublisher publisher;
  private final TransactionTemplate transaction;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  OutboxRelay(OutboxTable table, ConfirmedPublisher publisher, TransactionTemplate transaction) {
    this.table = table;
    this.publisher = publisher;
    this.transaction = transaction;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::relayUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    wake.release();
    Thread relay = thread;
    if (relay != null) {
      try {
        relay.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public String channel() {
    return JdbcOutbox.WAKE_CHANNEL;
  }

  @Override
  public void heard(String payload) {
    wake.release();
  }

  private void relayUntilStopped() {
    while (running) {
      try {
        while (running && relayBatch() == BATCH) {
          log.debug("A full batch left, more may wait");
        }
      } catch (RuntimeException e) {
        log.warn("Facts wait in the outbox: {}", e.getMessage());
      }
      awaitWork();
    }
  }

  /** Sends the oldest facts; returns how many left. */
  private int relayBatch() {
    Integer sent = transaction.execute(_ -> table.becomeRelay() ? sendOldest() : 0);
    return sent == null ? 0 : sent;
  }

  private int sendOldest() {
    List<OutboxRow> rows = table.oldestDue(BATCH);
    if (rows.isEmpty()) {
      return 0;
    }
    Set<Long> confirmed = publisher.publish(rows);
    table.remove(confirmed);
    table.postpone(
        rows.stream().map(OutboxRow::id).filter(id -> !confirmed.contains(id)).toList(),
        UNROUTABLE_PAUSE);
    return confirmed.size();
  }

  private void awaitWork() {
    try {
      if (wake.tryAcquire(POLL.toMillis(), MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
