package com.alexandrite.environment.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The supervisor as seen from other processes: wishes go into {@code processes/wanted/}, what is
 * comes from {@code processes/state/}. Works at any time; wishes wait for a supervisor that is
 * down.
 */
public final class FileProcessHost implements ProcessHost {

  private final ProcessFiles<ProcessSpec> wanted;
  private final ProcessFiles<ProcessState> states;

  /** By name: hashing each program at each look would cost more than the look. */
  private final Map<String, Hashed> hashed = new ConcurrentHashMap<>();

  private record Hashed(ProcessSpec spec, String program) {}

  /** The processes of one home folder. */
  public FileProcessHost(Path home) {
    Path processes = home.resolve("processes");
    wanted = new ProcessFiles<>(processes.resolve("wanted"), ProcessSpec.class);
    states = new ProcessFiles<>(processes.resolve("state"), ProcessState.class);
  }

  @Override
  public void want(ProcessSpec spec) {
    if (!spec.equals(wanted.readAll().get(spec.name()))) {
      wanted.write(spec.name(), spec);
    }
  }

  @Override
  public void unwant(String name) {
    wanted.delete(name);
  }

  /**
   * What is written down of a program that another one has replaced since says nothing of the new
   * one: it is starting, though no supervisor has heeded it yet.
   */
  @Override
  public Map<String, ProcessState> observe() {
    Map<String, ProcessSpec> wishes = wanted.readAll();
    Map<String, ProcessState> seen = states.readAll();
    seen.replaceAll((name, state) -> {
      ProcessSpec wish = wishes.get(name);
      return wish == null || program(wish).equals(state.program())
          ? state
          : ProcessState.startingAs(wish, state.since());
    });
    hashed.keySet().retainAll(wishes.keySet());
    return seen;
  }

  private String program(ProcessSpec wish) {
    return hashed
        .compute(
            wish.name(),
            (_, known) ->
                known != null && known.spec().equals(wish)
                    ? known
                    : new Hashed(wish, wish.program()))
        .program();
  }

  /** What is wanted, by name, whether or not a supervisor has seen it yet. */
  public Map<String, ProcessSpec> wanted() {
    return wanted.readAll();
  }
}
