package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Processes of a home that no record knows: left by a supervisor that died in the moment of a
 * start, or daemons that a server has split off. They carry the home's mark in their environment.
 */
public final class Orphans {

  /** Variable that marks every process of a home; who hands it on is found when the home ends. */
  public static final String MARK = UnixMachine.MARK;

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
        ProcessMark.of(UnixMachine.MARK, home.toAbsolutePath().toString()).processes().stream()
            .filter(process -> !sessions.contains(sessionOf(process.pid())))
            .toList();
    orphans.forEach(ProcessHandle::destroyForcibly);
    return orphans.size();
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
