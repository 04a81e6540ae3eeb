package com.alexandrite.environment.process;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor last saw of a process.
 *
 * @param pid 0 while nothing runs
 * @param startTicks field 22 of /proc/PID/stat: with pid and boot id it names one process for ever
 * @param since when the phase began
 * @param restarts how often it ended unasked since its program was first wanted
 * @param message why it is in this phase; empty when there is nothing to say
 * @param program which {@link ProcessSpec#program} this is said of
 */
public record ProcessState(
    String name,
    ProcessKind kind,
    long pid,
    long startTicks,
    String bootId,
    Phase phase,
    Instant since,
    int restarts,
    String message,
    Map<String, String> labels,
    @Nullable String address,
    @Nullable String version,
    String program) {

  /** Copies the labels. */
  public ProcessState {
    labels = Map.copyOf(labels);
  }

  /** Whether the process can be used. */
  public boolean ready() {
    return phase == Phase.READY;
  }

  /** What is known of a specification that no supervisor has heeded yet. */
  static ProcessState startingAs(ProcessSpec spec, Instant now) {
    return new ProcessState(
        spec.name(),
        spec.kind(),
        0,
        0,
        "",
        Phase.STARTING,
        now,
        0,
        "",
        spec.labels(),
        spec.address(),
        spec.version(),
        spec.program());
  }

  ProcessState describedBy(ProcessSpec spec) {
    return new ProcessState(
        name,
        spec.kind(),
        pid,
        startTicks,
        bootId,
        phase,
        since,
        restarts,
        message,
        spec.labels(),
        spec.address(),
        spec.version(),
        spec.program());
  }

  ProcessState running(ProcessIdentity process) {
    return new ProcessState(
        name,
        kind,
        process.pid(),
        process.startTicks(),
        process.bootId(),
        phase,
        since,
        restarts,
        message,
        labels,
        address,
        version,
        program);
  }

  ProcessState ended() {
    return running(new ProcessIdentity(0, 0, ""));
  }

  ProcessState restarted() {
    return withRestarts(restarts + 1);
  }

  ProcessState withoutRestarts() {
    return withRestarts(0);
  }

  private ProcessState withRestarts(int count) {
    return new ProcessState(
        name,
        kind,
        pid,
        startTicks,
        bootId,
        phase,
        since,
        count,
        message,
        labels,
        address,
        version,
        program);
  }

  /** The same phase again keeps its beginning. */
  ProcessState in(Phase next, String why, Instant now) {
    return new ProcessState(
        name,
        kind,
        pid,
        startTicks,
        bootId,
        next,
        next == phase ? since : now,
        restarts,
        why,
        labels,
        address,
        version,
        program);
  }
}
