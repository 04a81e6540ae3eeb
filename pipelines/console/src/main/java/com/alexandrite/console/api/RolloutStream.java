package com.alexandrite.console.api;

import com.alexandrite.console.loop.RolloutLoop.Passed;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.RolloutDetail;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends a rollout to everybody who follows it: at each change, and now and then a sign of life. The
 * loop that publishes never waits for a slow reader: one that is still busy with the last picture
 * misses the ones between.
 */
@Component
class RolloutStream {
  private static final Logger log = LoggerFactory.getLogger(RolloutStream.class);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
  private static final Duration NO_LIMIT = Duration.ZERO;

  /** Whoever follows this follows all rollouts. */
  private static final String ANY = "";

  private final ReleaseDesk desk;
  private final Map<String, List<Reader>> readers = new ConcurrentHashMap<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  RolloutStream(ReleaseDesk desk) {
    this.desk = desk;
  }

  SseEmitter follow(String rollout, RolloutDetail now) {
    return follow(rollout, List.of(now));
  }

  SseEmitter followAll(List<RolloutDetail> now) {
    return follow(ANY, now);
  }

  private SseEmitter follow(String rollout, List<RolloutDetail> now) {
    var reader = new Reader(new SseEmitter(NO_LIMIT.toMillis()));
    List<Reader> all = readers.computeIfAbsent(rollout, _ -> new CopyOnWriteArrayList<>());
    reader.emitter.onCompletion(() -> all.remove(reader));
    reader.emitter.onError(_ -> all.remove(reader));
    now.forEach(reader::send);
    all.add(reader);
    return reader.emitter;
  }

  @EventListener
  void passed(Passed passed) {
    List<Reader> all =
        Stream.of(passed.rollout(), ANY)
            .flatMap(followed -> readers.getOrDefault(followed, List.of()).stream())
            .toList();
    if (!all.isEmpty()) {
      executor.execute(() -> publish(passed.rollout(), all));
    }
  }

  private void publish(String rollout, List<Reader> all) {
    desk.rollout(rollout)
        .ifPresent(detail -> all.forEach(reader -> executor.execute(() -> reader.show(detail))));
  }

  @PreDestroy
  void stop() {
    readers.values().forEach(all -> all.forEach(Reader::end));
    executor.close();
  }

  /** One page or program. */
  private static final class Reader {
    private final SseEmitter emitter;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<String, RolloutDetail> shown = new ConcurrentHashMap<>();
    private volatile long lastSent = System.nanoTime();

    Reader(SseEmitter emitter) {
      this.emitter = emitter;
    }

    void show(RolloutDetail detail) {
      boolean quiet = System.nanoTime() - lastSent > SIGN_OF_LIFE.toNanos();
      if ((quiet || !detail.equals(shown.get(detail.name()))) && busy.compareAndSet(false, true)) {
        try {
          send(detail);
        } finally {
          busy.set(false);
        }
      }
    }

    void end() {
      try {
        emitter.complete();
      } catch (IllegalStateException e) {
        // It had gone already and nobody had told.
        log.debug("a reader was gone", e);
      }
    }

    private void send(RolloutDetail detail) {
      try {
        emitter.send(SseEmitter.event().name("rollout").data(detail, MediaType.APPLICATION_JSON));
        shown.put(detail.name(), detail);
        lastSent = System.nanoTime();
      } catch (IOException | IllegalStateException e) {
        // The reader went away; the container tells the emitter, which leaves the list.
        emitter.completeWithError(e);
      }
    }
  }
}
