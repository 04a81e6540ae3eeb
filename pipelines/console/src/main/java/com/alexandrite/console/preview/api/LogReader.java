package com.alexandrite.console.preview.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Somebody who reads a log along: gets its newest lines, then what is added to it. */
final class LogReader {
  private static final Logger log = LoggerFactory.getLogger(LogReader.class);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final int LOOKS_PER_SIGN_OF_LIFE = 50;

  private final SseEmitter emitter = new SseEmitter(0L);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final LogFile file;
  private final int lines;
  private final Consumer<LogReader> whenGone;

  LogReader(LogFile file, int lines, Consumer<LogReader> whenGone) {
    this.file = file;
    this.lines = lines;
    this.whenGone = whenGone;
  }

  SseEmitter begin() {
    emitter.onCompletion(this::end);
    emitter.onError(_ -> end());
    Thread.ofVirtual().name("preview-log").start(this::readUntilGone);
    return emitter;
  }

  void end() {
    ended.countDown();
  }

  private void readUntilGone() {
    try {
      LogFile.Lines newest = file.tail(lines);
      send(newest.text());
      follow(newest.end());
    } catch (IOException | IllegalStateException e) {
      log.debug("A reader of {} went away", file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      whenGone.accept(this);
      emitter.complete();
    }
  }

  private void follow(long position) throws IOException, InterruptedException {
    long end = position;
    int quiet = 0;
    while (!ended.await(LOOK.toMillis(), MILLISECONDS)) {
      LogFile.Lines added = file.after(end);
      end = added.end();
      quiet = added.text().isEmpty() ? quiet + 1 : 0;
      if (!added.text().isEmpty()) {
        send(added.text());
      } else if (quiet % LOOKS_PER_SIGN_OF_LIFE == 0) {
        emitter.send(SseEmitter.event().comment("still here"));
      }
    }
  }

  private void send(String text) throws IOException {
    emitter.send(SseEmitter.event().name("log").data(text.stripTrailing()));
  }
}
