package com.alexandrite.cli.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One step of a test run: a command whose whole output goes to a log, and whose news go to the
 * person who waits.
 *
 * @param name shown and used for the log's file
 * @param environment added to this process's own
 * @param news what of a line of output is worth showing; empty when nothing is
 */
record Stage(
    String name,
    List<String> command,
    Map<String, String> environment,
    Function<String, Optional<String>> news) {

  /**
   * Runs to the end.
   *
   * @return the exit code
   */
  int run(Path directory, Path log, Consumer<String> progress)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
      output
          .lines()
          .forEach(line -> {
            file.println(line);
            file.flush();
            news.apply(line).ifPresent(text -> progress.accept(name + ": " + text));
          });
      return process.waitFor();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
