package com.alexandrite.environment.process;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of supervision: read what is wanted, let each process go a step, publish what is. */
final class Supervision {

  private static final Logger log = LoggerFactory.getLogger(Supervision.class);

  private final Machine machine;
  private final Prober prober;
  private final InstantSource clock;
  private final ProcessFiles<ProcessSpec> wanted;
  private final ProcessFiles<SupervisedProcess.Running> running;
  private final ProcessFiles<ProcessState> states;
  private final Map<String, SupervisedProcess> processes = new TreeMap<>();
  private final Map<String, SupervisedProcess.Running> remembered = new HashMap<>();
  private final Map<String, ProcessState> published = new HashMap<>();
  private @Nullable UncheckedIOException unwritten;

  Supervision(Path home, Machine machine, Prober prober, InstantSource clock) {
    this.machine = machine;
    this.prober = prober;
    this.clock = clock;
    Path folder = home.resolve("processes");
    wanted = new ProcessFiles<>(folder.resolve("wanted"), ProcessSpec.class);
    running = new ProcessFiles<>(folder.resolve("running"), SupervisedProcess.Running.class);
    states = new ProcessFiles<>(folder.resolve("state"), ProcessState.class);
  }

  /** Takes over what an earlier supervisor left running, and forgets what ended without one. */
  void adopt() {
    published.putAll(states.readAll());
    running.readAll().forEach(this::adopt);
  }

  private void adopt(String name, SupervisedProcess.Running left) {
    boolean alive = machine.isAlive(left.identity());
    log.info("{}: pid {} {}", name, left.identity().pid(), alive ? "adopted" : "is gone");
    if (alive) {
      var last =
          Optional.ofNullable(published.get(name))
              .orElseGet(() -> ProcessState.startingAs(left.spec(), clock.instant()));
      processes.put(name, SupervisedProcess.adopted(left, last, machine, prober));
      remembered.put(name, left);
    } else {
      machine.killGroup(left.identity());
      machine.deleteTemporaryFiles(left.spec());
      running.delete(name);
    }
  }

  /**
   * One round, for every process; what could not be written is written by a later one.
   *
   * @throws UncheckedIOException when something could not be written: a full disk, say
   */
  void tick() {
    unwritten = null;
    Instant now = clock.instant();
    distribute(wanted.readAll(), now);
    processes.forEach((name, process) -> {
      process.tick(now);
      writing(() -> remember(name, process));
    });
    processes
        .entrySet()
        .removeIf(one -> one.getValue().gone() && !remembered.containsKey(one.getKey()));
    publish();
    if (unwritten != null) {
      throw unwritten;
    }
  }

  private void writing(Runnable write) {
    try {
      write.run();
    } catch (UncheckedIOException e) {
      unwritten = e;
    }
  }

  /**
   * One round towards the end: nothing is wanted any more, whatever the files say, and none is
   * written. Returns whether everything has ended.
   */
  boolean endAll() {
    Instant now = clock.instant();
    processes
        .values()
        .forEach(process -> {
          process.want(null);
          process.tick(now);
        });
    processes.values().removeIf(SupervisedProcess::gone);
    return processes.isEmpty();
  }

  private void distribute(Map<String, ProcessSpec> specs, Instant now) {
    specs.forEach((name, spec) ->
        processes
            .computeIfAbsent(name, _ -> SupervisedProcess.wanted(spec, machine, prober, now))
            .want(spec));
    processes.forEach((name, process) -> {
      if (!specs.containsKey(name)) {
        process.want(null);
      }
    });
  }

  /** Right after a start, before anything else: what is not written down cannot be adopted. */
  private void remember(String name, SupervisedProcess process) {
    SupervisedProcess.Running now = process.running().orElse(null);
    if (Objects.equals(now, remembered.get(name))) {
      return;
    }
    if (now == null) {
      running.delete(name);
      remembered.remove(name);
    } else {
      running.write(name, now);
      remembered.put(name, now);
    }
  }

  private void publish() {
    processes.forEach((name, process) -> writing(() -> publish(name, process.state())));
    Set<String> forgotten = new HashSet<>(published.keySet());
    forgotten.removeAll(processes.keySet());
    forgotten.forEach(name -> {
      states.delete(name);
      published.remove(name);
    });
  }

  private void publish(String name, ProcessState state) {
    if (!state.equals(published.get(name))) {
      states.write(name, state);
      published.put(name, state);
    }
  }
}
