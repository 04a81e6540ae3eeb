package com.alexandrite.cli.platform;

import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the status.
 *
 * @param kind backing, service, platform or preview
 * @param message why it is not healthy; empty when it is
 */
record Component(
    String name,
    String kind,
    boolean healthy,
    long pid,
    @Nullable String address,
    @Nullable String version,
    String phase,
    int restarts,
    String message) {

  static Component of(ProcessState state) {
    return new Component(
        state.name(),
        state.kind().name().toLowerCase(Locale.ROOT),
        state.ready(),
        state.pid(),
        state.address(),
        state.version(),
        state.phase().name(),
        state.restarts(),
        state.message());
  }

  /** Wanted, and the supervisor has not seen it. */
  static Component unseen(ProcessSpec spec) {
    return missing(spec.name(), spec.kind().name().toLowerCase(Locale.ROOT));
  }

  static Component missing(String name, String kind) {
    return new Component(name, kind, false, 0, null, null, "STOPPED", 0, "not running");
  }

  Component ofKind(String other) {
    return new Component(name, other, healthy, pid, address, version, phase, restarts, message);
  }
}
