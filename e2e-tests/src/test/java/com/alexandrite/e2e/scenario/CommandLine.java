package com.alexandrite.e2e.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./alexandrite … --json} on the platform's home, as a script calls it. */
public final class CommandLine {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Path home;
  private final Path launcher = checkout().resolve("alexandrite");

  CommandLine(Path home) {
    this.home = home;
  }

  /**
   * A command that has ended.
   *
   * @param result the last line, which is the result
   * @param log everything it printed, for a failure's message
   */
  public record Ended(int exitCode, JsonNode result, String log) {}

  /** Runs a command to its end. */
  public Ended run(String... command) {
    return start(command).join();
  }

  /** Starts a command that goes on beside the scenario. */
  public CompletableFuture<Ended> start(String... command) {
    List<String> line = new ArrayList<>(List.of(launcher.toString()));
    line.addAll(List.of(command));
    line.add("--json");
    try {
      Path output = Files.createTempFile("alexandrite-", ".out");
      ProcessBuilder process =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      process.environment().put("ALEXANDRITE_HOME", home.toString());
      Process started = process.redirectInput(Path.of("/dev/null").toFile()).start();
      // A thread of its own: the common pool has one on a small machine, and a release holds it.
      return CompletableFuture.supplyAsync(
          () -> ended(started, output, line), Thread::startVirtualThread);
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + line, e);
    }
  }

  private static Ended ended(Process process, Path output, List<String> line) {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        throw new AssertionError(line + " did not end within " + LONGEST);
      }
      String log = Files.readString(output);
      Files.delete(output);
      String last = log.strip().lines().reduce("", (_, next) -> next);
      JsonNode result =
          JsonMapper.shared().readTree(last.startsWith("{") || last.startsWith("[") ? last : "{}");
      return new Ended(process.exitValue(), result, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + line, e);
    }
  }

  /** The project's folder, which these tests are in. */
  static Path checkout() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve("alexandrite"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no ./alexandrite above " + Path.of("").toAbsolutePath());
  }
}
