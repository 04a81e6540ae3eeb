package com.alexandrite.console.loop;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Passes;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One thread that passes over all rollouts each second, and at once when somebody wakes it. A pass
 * that fails leaves the saved state as it was and is repeated; so does a console that is killed and
 * comes back.
 */
@Component
@OnThisMachine
public class RolloutLoop implements SmartLifecycle, Passes {
  private static final Logger log = LoggerFactory.getLogger(RolloutLoop.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** Longer than any pass: what takes long happens beside it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration SHORTEST = Duration.ofMillis(50);

  private final RolloutStore store;
  private final RolloutPass pass;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final Semaphore wakes = new Semaphore(0);
  private final Queue<CountDownLatch> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean running;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  RolloutLoop(
      RolloutStore store, RolloutPass pass, ApplicationEventPublisher events, InstantSource clock) {
    this.store = store;
    this.pass = pass;
    this.events = events;
    this.clock = clock;
  }

  /** A rollout was looked at. */
  public record Passed(String rollout) {}

  /** All rollouts were looked at. */
  public record AllPassed() {}

  @Override
  public void wake() {
    wakes.release();
  }

  @Override
  public void awaitNext() {
    var over = new CountDownLatch(1);
    waiting.add(over);
    wake();
    try {
      if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("no pass was over within {}", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("rollouts").start(this::loop);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void loop() {
    try {
      while (running) {
        Instant next = passOverAll();
        Duration wait = Duration.between(clock.instant(), next);
        Duration bounded = wait.compareTo(SHORTEST) > 0 ? wait : SHORTEST;
        if (wakes.tryAcquire(bounded.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Instant passOverAll() {
    List<CountDownLatch> theirs = new ArrayList<>();
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      theirs.add(one);
    }
    try {
      return passOverEach();
    } finally {
      theirs.forEach(CountDownLatch::countDown);
    }
  }

  private Instant passOverEach() {
    Instant next = clock.instant().plus(BEAT);
    for (String rollout : names()) {
      Optional<Instant> due = passOver(rollout);
      if (due.isPresent() && due.get().isBefore(next)) {
        next = due.get();
      }
    }
    events.publishEvent(new AllPassed());
    return next;
  }

  private List<String> names() {
    try {
      return store.names();
    } catch (RuntimeException e) {
      log.warn("the rollouts can not be read, traffic stays as it is: {}", e.toString());
      return List.of();
    }
  }

  private Optional<Instant> passOver(String rollout) {
    try {
      Optional<Instant> due = pass.run(rollout);
      events.publishEvent(new Passed(rollout));
      return due;
    } catch (RuntimeException e) {
      log.warn("{}: this pass failed and will be repeated", rollout, e);
      return Optional.empty();
    }
  }
}
