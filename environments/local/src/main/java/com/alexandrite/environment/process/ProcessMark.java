package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Processes that carry an environment variable: the one that was started with it and, by
 * inheritance, all its descendants, whoever their parent is by now.
 *
 * @param variable name of it
 * @param value which of its values are meant
 */
public record ProcessMark(String variable, Predicate<String> value) {
  // One look misses a process that was started during it by one that ended before its turn.
  private static final int LOOKS_WITHOUT = 2;

  /** Those with exactly this value. */
  public static ProcessMark of(String variable, String value) {
    return new ProcessMark(variable, value::equals);
  }

  /** All of them that run now, but for this process. */
  public List<ProcessHandle> processes() {
    long own = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != own && isOn(process.pid()))
        .toList();
  }

  /**
   * Kills them and what they start meanwhile; returns when none is left.
   *
   * @return how many there were
   */
  public int kill() {
    Set<Long> killed = new HashSet<>();
    int looksWithout = 0;
    while (looksWithout < LOOKS_WITHOUT) {
      List<ProcessHandle> living = processes();
      living.forEach(process -> killed.add(process.pid()));
      living.forEach(ProcessHandle::destroyForcibly);
      looksWithout = living.isEmpty() ? looksWithout + 1 : 0;
    }
    return killed.size();
  }

  private boolean isOn(long pid) {
    String start = variable + "=";
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc/" + pid + "/environ"));
      return Stream.of(new String(environment, StandardCharsets.UTF_8).split("\0", -1))
          .filter(entry -> entry.startsWith(start))
          .anyMatch(entry -> value.test(entry.substring(start.length())));
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }
}
