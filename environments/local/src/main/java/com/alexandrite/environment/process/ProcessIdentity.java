package com.alexandrite.environment.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names one process for ever: a pid alone comes back after a while, and after a reboot at once.
 *
 * @param startTicks clock ticks from the boot to the start of the process
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {

  private static final Path PROC = Path.of("/proc");

  /** The process that now has this pid, if there is one. */
  public static Optional<ProcessIdentity> of(long pid) {
    return readStat(pid)
        .filter(ProcStat::alive)
        .map(stat -> new ProcessIdentity(pid, stat.startTicks(), currentBootId()));
  }

  /** Whether exactly this process still runs; a zombie does not. */
  @JsonIgnore
  public boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** The kernel's name for the time since the last boot. */
  static String currentBootId() {
    try {
      return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcStat> readStat(long pid) {
    try {
      return Optional.of(ProcStat.parse(Files.readString(PROC.resolve(pid + "/stat"))));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
