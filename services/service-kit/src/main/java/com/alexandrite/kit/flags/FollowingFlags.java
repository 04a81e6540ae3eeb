package com.alexandrite.kit.flags;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.kit.flags.FlagStatus.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a process's flags at the newest document: what was known last at once, then what the source
 * says, at each poll and each push. Never blocks the start, and a source that is away changes
 * nothing.
 */
final class FollowingFlags implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FollowingFlags.class);

  private final LiveFlags live;
  private final FlagProvider provider;
  private final FlagInstance instance;
  private final LastKnownGood kept;
  private final FlagStatus status;
  private final Consumer<FlagDocument> changed;
  private final PollRhythm rhythm;
  private final ReentrantLock applying = new ReentrantLock();
  private volatile Runnable reporting = () -> {};
  private volatile Runnable counting = () -> {};
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  FollowingFlags(
      LiveFlags live,
      FlagProvider provider,
      FlagInstance instance,
      LastKnownGood kept,
      FlagStatus status,
      Consumer<FlagDocument> changed,
      PollRhythm rhythm) {
    this.live = live;
    this.provider = provider;
    this.instance = instance;
    this.kept = kept;
    this.status = status;
    this.changed = changed;
    this.rhythm = rhythm;
  }

  @Override
  public void start() {
    running = true;
    recall();
    thread = Thread.ofPlatform().daemon().name("flags-poll").start(this::pollUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    Thread polling = thread;
    if (polling != null) {
      polling.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** What runs after each look at the source: tells the server which version is in force. */
  void reportBy(Runnable report) {
    reporting = report;
  }

  /** What runs after each poll: tells how often flags were asked. */
  void countBy(Runnable count) {
    counting = count;
  }

  /** Reads anew now: something may have been missed. */
  void wake() {
    rhythm.wake();
  }

  /** Takes a pushed document into force, when it is for this environment. */
  void hear(FlagDocument pushed) {
    if (!pushed.environment().equals(instance.environment())) {
      return;
    }
    try {
      FlagDocument known = provider.pushed(pushed);
      noteBack();
      // A source that lags behind its own push must not delay a kill.
      take(known.version() < pushed.version() ? pushed : known, Origin.PUSH);
    } catch (IOException | RuntimeException e) {
      // A kill must work although the source can't be asked.
      take(pushed, Origin.PUSH);
      noteAway(e);
    }
    runQuietly(reporting);
  }

  private void recall() {
    kept.read()
        .filter(it -> it.document().environment().equals(instance.environment()))
        .ifPresent(it -> {
          live.apply(it.document());
          status.recalled(it.confirmedAt());
          changed.accept(it.document());
          log.info(
              "Flags begin with version {}, last confirmed {}",
              it.document().version(),
              it.confirmedAt());
        });
  }

  private void pollUntilStopped() {
    try {
      while (running) {
        refresh();
        runQuietly(reporting);
        runQuietly(counting);
        rhythm.awaitNext();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /** What others want to know must not end the following. */
  private static void runQuietly(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      log.warn("Flags: the server is not told: {}", e.toString());
    }
  }

  private void refresh() {
    try {
      FlagDocument document = provider.read();
      if (!document.environment().equals(instance.environment())) {
        throw new IOException(
            "it answers for environment %s, this process is in %s: is alexandrite.flags.key the other's?"
                .formatted(document.environment(), instance.environment()));
      }
      noteBack();
      take(document, Origin.SOURCE);
    } catch (IOException | RuntimeException e) {
      noteAway(e);
    }
  }

  private void take(FlagDocument document, Origin origin) {
    applying.lock();
    try {
      Instant now = status.confirmed();
      if (document.equals(live.document().orElse(null))) {
        kept.confirm(now);
      } else if (live.apply(document)) {
        status.applied(origin);
        changed.accept(document);
        kept.keep(document, now);
        log.info("Flags of {} are at version {}", document.environment(), document.version());
      }
    } finally {
      applying.unlock();
    }
  }

  private void noteBack() {
    if (status.standing().away() != null) {
      log.info("Flags: {} answers again", provider.name());
      status.back();
    }
  }

  /** Said once for each reason: a source that came up may still refuse. */
  private void noteAway(Exception fault) {
    String why = String.valueOf(fault instanceof IOException ? fault.getMessage() : fault);
    if (status.away(why)) {
      log.warn(
          "Flags: no document from {} ({}); {} in force until there is one",
          provider.name(),
          why,
          live.document()
              .map(it -> "version " + it.version() + " stays")
              .orElse("the declared fallbacks are"));
    }
  }
}
