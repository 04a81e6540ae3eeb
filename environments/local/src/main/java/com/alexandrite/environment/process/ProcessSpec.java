package com.alexandrite.environment.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A process that is wanted.
 *
 * @param name unique in one home; also the name of its log file; lower-case letters, digits, dots,
 *     dashes
 * @param command the program by absolute path, and its arguments
 * @param environment everything the process sees, but for PATH, HOME and LANG, which the supervisor
 *     adds where they are absent
 * @param directory its working folder
 * @param stopGrace time between SIGTERM and SIGKILL of the whole process group
 * @param labels free words for readers; see {@link #STOP_SIGNAL}
 * @param address where a person or program reaches it
 * @param version what of it runs
 */
public record ProcessSpec(
    String name,
    ProcessKind kind,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Probe readiness,
    Duration stopGrace,
    Map<String, String> labels,
    @Nullable String address,
    @Nullable String version) {

  /** Label with the signal that asks the process to end, where that is not TERM: {@code INT}. */
  public static final String STOP_SIGNAL = "alexandrite/stop-signal";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");

  /** Copies the collections and validates the name and the command. */
  public ProcessSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a process name: " + name);
    }
    if (command.isEmpty()) {
      throw new IllegalArgumentException("process " + name + " has no command");
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    labels = Map.copyOf(labels);
  }

  /**
   * Whether a process started from {@code other} can go on under this specification: probe, grace,
   * labels and address change in place, all else needs a restart.
   */
  boolean canTakeOver(ProcessSpec other) {
    return command.equals(other.command)
        && environment.equals(other.environment)
        && directory.equals(other.directory)
        && Objects.equals(version, other.version);
  }

  /** A fingerprint of all that {@link #canTakeOver} compares. */
  public String program() {
    String parts = command + "\n" + new TreeMap<>(environment) + "\n" + directory + "\n" + version;
    return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
