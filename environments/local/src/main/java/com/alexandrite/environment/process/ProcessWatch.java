package com.alexandrite.environment.process;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * Tells at once when the supervisor publishes another state of any process, so that a reader need
 * not look often. A sign that is lost does no harm to a reader that looks now and then, too.
 */
public final class ProcessWatch implements AutoCloseable {
  private final WatchService signs;
  private final Runnable changed;

  /**
   * Watches until it is closed.
   *
   * @param changed called on a thread of the watch's own; several changes may come as one
   * @throws IOException when the home's folder can not be made or watched
   */
  public ProcessWatch(Path home, Runnable changed) throws IOException {
    this.changed = changed;
    Path states = Files.createDirectories(home.resolve("processes/state"));
    signs = states.getFileSystem().newWatchService();
    // A published state is moved to its place, which creates it.
    states.register(signs, ENTRY_CREATE, ENTRY_DELETE);
    Thread.ofPlatform().daemon().name("process-watch").start(this::watch);
  }

  private void watch() {
    try {
      boolean there = true;
      while (there) {
        WatchKey key = signs.take();
        boolean published =
            key.pollEvents().stream()
                .anyMatch(event -> String.valueOf(event.context()).endsWith(ProcessFiles.SUFFIX));
        if (published) {
          changed.run();
        }
        there = key.reset();
      }
    } catch (ClosedWatchServiceException closed) {
      // As asked.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    signs.close();
  }
}
