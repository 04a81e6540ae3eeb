package com.alexandrite.kit.live;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream, written by one thread: changes that come faster than the reader reads are folded
 * into one.
 */
class Follower {

  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  /** Keeps proxies from closing a quiet stream, and finds readers that went away. */
  private static final int HEARTBEAT_SECONDS = 15;

  private final SseEmitter emitter = new SseEmitter(0L);
  private final Semaphore changes = new Semaphore(1);
  private final String event;
  private final Supplier<String> current;
  private final Consumer<Follower> whenGone;
  private volatile boolean open = true;

  Follower(String event, Supplier<String> current, Consumer<Follower> whenGone) {
    this.event = event;
    this.current = current;
    this.whenGone = whenGone;
  }

  SseEmitter begin() {
    emitter.onCompletion(this::end);
    emitter.onError(_ -> end());
    Thread.ofVirtual().name("live-" + event).start(this::sendUntilGone);
    return emitter;
  }

  void tell() {
    changes.release();
  }

  void end() {
    open = false;
    changes.release();
  }

  private void sendUntilGone() {
    try {
      while (open) {
        boolean changed = changes.tryAcquire(HEARTBEAT_SECONDS, SECONDS);
        changes.drainPermits();
        if (open) {
          send(changed);
        }
      }
    } catch (IOException | IllegalStateException e) {
      log.debug("A reader of {} went away", event, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("The stream of {} ends, its reader will come back", event, e);
    } finally {
      whenGone.accept(this);
      emitter.complete();
    }
  }

  private void send(boolean changed) throws IOException {
    emitter.send(
        changed
            ? SseEmitter.event().name(event).reconnectTime(1000).data(current.get())
            : SseEmitter.event().comment("still here"));
  }
}
