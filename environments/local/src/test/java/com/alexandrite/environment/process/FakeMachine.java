package com.alexandrite.environment.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A machine and a network of the test's own: processes are numbers, signals are words in a list.
 */
final class FakeMachine implements Machine, Prober {

  final List<String> calls = new ArrayList<>();
  final Map<ProcessIdentity, Boolean> alive = new HashMap<>();
  Answer answer = Answer.no("connection refused");
  boolean startable = true;
  boolean obedient = true;
  private long nextPid = 100;

  @Override
  public ProcessIdentity start(ProcessSpec spec) throws IOException {
    if (!startable) {
      throw new IOException("no such program");
    }
    var identity = new ProcessIdentity(nextPid++, 1, "boot");
    alive.put(identity, true);
    calls.add("start " + identity.pid());
    return identity;
  }

  @Override
  public boolean isAlive(ProcessIdentity process) {
    return alive.getOrDefault(process, false);
  }

  @Override
  public void signal(ProcessIdentity process, String signal) {
    calls.add(signal + " " + process.pid());
    if (obedient) {
      alive.put(process, false);
    }
  }

  @Override
  public void killGroup(ProcessIdentity process) {
    calls.add("KILL group " + process.pid());
    alive.put(process, false);
  }

  @Override
  public void deleteTemporaryFiles(ProcessSpec spec) {
    calls.add("delete temporary files");
  }

  @Override
  public String describeEnd(ProcessIdentity process) {
    return "ended with exit code 1";
  }

  @Override
  public CompletableFuture<Answer> ask(Probe probe) {
    return CompletableFuture.completedFuture(answer);
  }

  /** All processes end by themselves. */
  void crash() {
    alive.replaceAll((_, _) -> false);
  }
}
