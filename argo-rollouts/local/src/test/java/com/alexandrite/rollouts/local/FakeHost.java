package com.alexandrite.rollouts.local;

import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessHost;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Processes that are in the phase that the test says. */
final class FakeHost implements ProcessHost {
  final Map<String, ProcessSpec> wanted = new TreeMap<>();
  final Map<String, ProcessState> observed = new TreeMap<>();

  @Override
  public void want(ProcessSpec spec) {
    wanted.put(spec.name(), spec);
  }

  @Override
  public void unwant(String name) {
    wanted.remove(name);
  }

  @Override
  public Map<String, ProcessState> observe() {
    return Map.copyOf(observed);
  }

  /** The supervisor sees all that is wanted, and all of it is in this phase. */
  void catchUp(Phase phase, Instant since) {
    observed.keySet().retainAll(wanted.keySet());
    wanted.forEach((name, spec) -> observed.put(name, state(spec, phase, since)));
  }

  static ProcessState state(ProcessSpec spec, Phase phase, Instant since) {
    return new ProcessState(
        spec.name(),
        spec.kind(),
        1,
        1,
        "boot",
        phase,
        since,
        0,
        "",
        spec.labels(),
        spec.address(),
        spec.version(),
        spec.program());
  }
}
