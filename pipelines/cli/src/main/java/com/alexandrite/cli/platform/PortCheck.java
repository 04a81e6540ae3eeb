package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.environment.local.PortHolder;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.process.ProcessIdentity;
import com.alexandrite.environment.process.ProcessState;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether strangers listen at ports that this platform chose earlier. */
record PortCheck(Platform platform) {

  /** Fails with the holder's name when a port is taken. */
  void ensureFree() {
    Map<String, Integer> taken = taken();
    if (!taken.isEmpty()) {
      throw new CommandFailed(
          taken.entrySet().stream()
              .map(port ->
                  "port %d (%s) is taken by %s"
                      .formatted(
                          port.getValue(), port.getKey(), PortHolder.describe(port.getValue())))
              .collect(Collectors.joining("\n")),
          "end that process, or delete %s to choose other ports, then ./alexandrite up"
              .formatted(platform.installation().home().resolve("ports.json")));
    }
  }

  /** Names and numbers of ports that are needed and held by others. */
  Map<String, Integer> taken() {
    Map<String, Integer> taken = new TreeMap<>();
    platform
        .ports()
        .asMap()
        .forEach((name, port) -> {
          if (!ownProcessRuns(name) && !Ports.isFree(port)) {
            taken.put(name, port);
          }
        });
    return taken;
  }

  /** A process of ours that runs holds its ports rightly. */
  private boolean ownProcessRuns(String port) {
    return platform.host().observe().values().stream()
        .filter(state -> belongs(port, state.name()))
        .anyMatch(PortCheck::runs);
  }

  private static boolean belongs(String port, String process) {
    return port.startsWith(process) || (port.equals("edge") && process.equals("haproxy"));
  }

  private static boolean runs(ProcessState state) {
    return new ProcessIdentity(state.pid(), state.startTicks(), state.bootId()).isAlive();
  }
}
