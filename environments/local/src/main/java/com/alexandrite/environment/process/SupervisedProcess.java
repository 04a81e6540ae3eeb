package com.alexandrite.environment.process;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one process: started, watched, started again when it ends unasked, ended when it is
 * no longer wanted. One thread calls it; time comes from outside.
 */
final class SupervisedProcess {

  private static final Logger log = LoggerFactory.getLogger(SupervisedProcess.class);

  /** A process that runs, and from what it was started; what a new supervisor adopts. */
  record Running(ProcessSpec spec, ProcessIdentity identity) {}

  private final Machine machine;
  private final Prober prober;

  private @Nullable ProcessSpec wanted;
  private @Nullable Running running;
  private @Nullable Instant killAt;
  private ReadinessWatch readiness;
  private Instant notBefore = Instant.MIN;
  private int failuresInRow;
  private ProcessState state;

  private SupervisedProcess(Machine machine, Prober prober, ProcessState state) {
    this.machine = machine;
    this.prober = prober;
    this.state = state;
    this.readiness = new ReadinessWatch(prober);
  }

  /** A process that shall run and does not yet. */
  static SupervisedProcess wanted(ProcessSpec spec, Machine machine, Prober prober, Instant now) {
    var process = new SupervisedProcess(machine, prober, ProcessState.startingAs(spec, now));
    process.wanted = spec;
    return process;
  }

  /**
   * A process that an earlier supervisor started; whether it is still wanted comes by want().
   *
   * @param last what the earlier one published: a ready process stays ready until it is asked
   */
  static SupervisedProcess adopted(
      Running running, ProcessState last, Machine machine, Prober prober) {
    var process = new SupervisedProcess(machine, prober, last.running(running.identity()));
    process.running = running;
    return process;
  }

  /** Sets what shall run; null ends the process. */
  void want(@Nullable ProcessSpec spec) {
    if (spec != null && !spec.equals(wanted)) {
      boolean otherProgram = wanted != null && !spec.canTakeOver(wanted);
      if (otherProgram) {
        failuresInRow = 0;
        notBefore = Instant.MIN;
        state = state.withoutRestarts();
      }
      state = state.describedBy(spec);
    }
    wanted = spec;
  }

  /** Goes one step: whatever is due now. */
  void tick(Instant now) {
    Running current = running;
    if (current == null) {
      startWhenDue(now);
    } else if (!machine.isAlive(current.identity())) {
      noticeEnd(current, now);
    } else if (killAt != null) {
      killWhenOverdue(current, now);
    } else if (wanted == null || !wanted.canTakeOver(current.spec())) {
      askToEnd(current, now);
    } else {
      watch(wanted, now);
    }
  }

  /** Nothing runs and nothing shall run. */
  boolean gone() {
    return wanted == null && running == null;
  }

  ProcessState state() {
    return state;
  }

  /** What a later supervisor would have to adopt. */
  Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  private void startWhenDue(Instant now) {
    ProcessSpec spec = wanted;
    if (spec == null || now.isBefore(notBefore)) {
      return;
    }
    try {
      ProcessIdentity identity = machine.start(spec);
      running = new Running(spec, identity);
      readiness = new ReadinessWatch(prober);
      state = state.running(identity);
      enter(Phase.STARTING, "", now);
    } catch (IOException e) {
      notBefore = now.plus(Backoff.LONGEST);
      enter(Phase.FAILED, Objects.requireNonNullElse(e.getMessage(), e.toString()), now);
    }
  }

  private void noticeEnd(Running ended, Instant now) {
    String how = machine.describeEnd(ended.identity());
    machine.killGroup(ended.identity());
    machine.deleteTemporaryFiles(ended.spec());
    boolean asked = killAt != null;
    running = null;
    killAt = null;
    state = state.ended();
    if (asked || wanted == null) {
      notBefore = Instant.MIN;
      enter(Phase.STOPPING, "", now);
    } else {
      backOff(how, now);
    }
  }

  private void backOff(String how, Instant now) {
    boolean wasHealthy =
        state.phase() == Phase.READY && !now.isBefore(state.since().plus(Backoff.FORGIVEN_AFTER));
    failuresInRow = wasHealthy ? 1 : failuresInRow + 1;
    var pause = Backoff.pauseAfter(failuresInRow);
    notBefore = now.plus(pause);
    state = state.restarted();
    enter(Phase.BACKOFF, how + ", starts again in " + pause.toMillis() + " ms", now);
  }

  private void askToEnd(Running current, Instant now) {
    killAt = now.plus(current.spec().stopGrace());
    machine.signal(
        current.identity(), current.spec().labels().getOrDefault(ProcessSpec.STOP_SIGNAL, "TERM"));
    enter(Phase.STOPPING, wanted == null ? "" : "restarts with a new specification", now);
  }

  private void killWhenOverdue(Running current, Instant now) {
    if (killAt != null && !now.isBefore(killAt)) {
      log.warn("{} did not end within {}, killing it", state.name(), current.spec().stopGrace());
      machine.killGroup(current.identity());
    }
  }

  private void watch(ProcessSpec spec, Instant now) {
    Optional<Prober.Answer> answer = readiness.poll(spec.readiness(), now);
    if (answer.isEmpty()) {
      return;
    }
    if (answer.get().ready()) {
      enter(Phase.READY, "", now);
    } else if (state.phase() == Phase.STARTING) {
      enter(Phase.STARTING, answer.get().why(), now);
    } else if (readiness.exhausted(spec.readiness())) {
      enter(Phase.NOT_READY, answer.get().why(), now);
    }
  }

  private void enter(Phase phase, String message, Instant now) {
    if (phase != state.phase()) {
      log.info("{}: {} -> {} {}", state.name(), state.phase(), phase, message);
    }
    state = state.in(phase, message, now);
  }
}
