package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits until processes answer their probes, and tells of each that does, once. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int HOPELESS_RESTARTS = 5;

  private final Platform platform;
  private final Stopwatch stopwatch;
  private final Terminal terminal;
  private final Set<String> told = new HashSet<>();

  /** Tells times since the stopwatch was started. */
  Readiness(Platform platform, Stopwatch stopwatch, Terminal terminal) {
    this.platform = platform;
    this.stopwatch = stopwatch;
    this.terminal = terminal;
  }

  void await(Collection<String> names) {
    Map<String, ProcessState> before = platform.host().observe();
    Set<String> missing = new LinkedHashSet<>(names);
    boolean all =
        Waiting.until(
            () -> {
              ensureSupervisor();
              Map<String, ProcessState> states = platform.host().observe();
              missing.removeIf(name -> isReady(states.get(name)));
              missing.forEach(name -> giveUpOn(states.get(name), before.get(name)));
              return missing.isEmpty();
            },
            LIMIT);
    if (!all) {
      String first = missing.iterator().next();
      throw failed(first, "is not ready after " + LIMIT.toMinutes() + " minutes");
    }
  }

  /** Killed in the middle of it, it would let everybody wait for nothing. */
  private void ensureSupervisor() {
    try {
      platform.supervisor().ensureRunning(Platform.ownClassPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady(@Nullable ProcessState state) {
    if (state == null || !state.ready()) {
      return false;
    }
    if (state.since().isAfter(stopwatch.began()) && told.add(state.name())) {
      terminal.progress(state.name(), "ready after %.1f s".formatted(stopwatch.seconds()));
    }
    return true;
  }

  /** Ends from before this wait are forgiven: the reason may have been mended. */
  private void giveUpOn(@Nullable ProcessState state, @Nullable ProcessState before) {
    if (state == null) {
      return;
    }
    if (state.phase() == Phase.FAILED) {
      throw failed(state.name(), "cannot start: " + state.message());
    }
    int earlier = before == null ? 0 : Math.min(before.restarts(), state.restarts());
    if (state.phase() == Phase.BACKOFF && state.restarts() - earlier >= HOPELESS_RESTARTS) {
      throw failed(state.name(), "keeps ending: " + state.message());
    }
  }

  private CommandFailed failed(String name, String what) {
    return new CommandFailed(
        name + " " + what + "\n" + LogTail.of(platform.installation().home(), name, 8),
        "./alexandrite logs " + name + " shows all it said");
  }
}
