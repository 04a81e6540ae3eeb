package com.alexandrite.preview.life;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that takes longer than a pass of the loop: at most one piece for each preview at a time. */
final class PreviewTasks {

  private static final Logger log = LoggerFactory.getLogger(PreviewTasks.class);

  private final Map<PreviewName, Task> running = new ConcurrentHashMap<>();
  private final Consumer<PreviewName> onChange;

  PreviewTasks(Consumer<PreviewName> onChange) {
    this.onChange = onChange;
  }

  /** A piece of work. */
  interface Work {
    /** Does it; an interrupt ends it. */
    void run(Task task) throws InterruptedException;
  }

  /** A piece of work that goes on, and what it is about. */
  final class Task {
    private final PreviewName name;
    private final String subject;
    private volatile Phase phase;
    private volatile String message = "";
    private volatile Thread thread = Thread.currentThread();

    private Task(PreviewName name, String subject, Phase phase) {
      this.name = name;
      this.subject = subject;
      this.phase = phase;
    }

    /** The revision, or what else it was started for. */
    String subject() {
      return subject;
    }

    Phase phase() {
      return phase;
    }

    String message() {
      return message;
    }

    /** Says what happens now. */
    void at(Phase now, String what) {
      phase = now;
      message = what;
      onChange.accept(name);
    }
  }

  Optional<Task> of(PreviewName name) {
    return Optional.ofNullable(running.get(name));
  }

  /** Starts a piece of work unless another one for this preview goes on. */
  void start(PreviewName name, String subject, Phase phase, Work work) {
    Task task = new Task(name, subject, phase);
    if (running.putIfAbsent(name, task) == null) {
      task.thread =
          Thread.ofVirtual()
              .name("preview-" + name)
              .unstarted(() -> {
                try {
                  work.run(task);
                } catch (InterruptedException e) {
                  log.info("{}: {} was broken off", name, task.phase());
                } catch (RuntimeException e) {
                  log.error("{}: {} broke", name, task.phase(), e);
                } finally {
                  running.remove(name, task);
                  onChange.accept(name);
                }
              });
      task.thread.start();
    }
  }

  /** Breaks off what goes on for this preview; it ends a moment later. */
  void cancel(PreviewName name) {
    of(name).ifPresent(task -> task.thread.interrupt());
  }

  /** Breaks off everything and waits for it. */
  void stop(Duration limit) throws InterruptedException {
    for (Task task : running.values()) {
      task.thread.interrupt();
      task.thread.join(limit);
    }
  }
}
