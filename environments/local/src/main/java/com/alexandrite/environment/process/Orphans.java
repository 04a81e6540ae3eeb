package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes of a home that no record knows: left by a supervisor that died in the moment of a
 * start, or daemons that a server has split off. They carry the home's mark in their environment.
 */
public final class Orphans {

  private static final int SESSION = 3;

  private Orphans() {}

  /**
   * Kills those that belong to none of the recorded processes.
   *
   * @return how many there were
   */
  public static int kill(Path home) {
    Set<Long> sessions =
        new ProcessFiles<>(home.resolve("processes/running"), SupervisedProcess.Running.class)
            .readAll().values().stream()
                .map(running -> running.identity().pid())
                .collect(Collectors.toSet());
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses()
            .filter(process -> isMarked(process.pid(), home))
            .filter(process -> !sessions.contains(sessionOf(process.pid())))
            .toList();
    orphans.forEach(ProcessHandle::destroyForcibly);
    return orphans.size();
  }

  private static boolean isMarked(long pid, Path home) {
    String mark = UnixMachine.MARK + "=" + home.toAbsolutePath();
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc/" + pid + "/environ"));
      return Stream.of(new String(environment, StandardCharsets.UTF_8).split("\0", -1))
          .anyMatch(mark::equals);
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }

  private static long sessionOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(afterName[SESSION]);
    } catch (IOException ended) {
      return -1;
    }
  }
}
