package com.alexandrite.environment.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
final class Run {

  private Run() {}

  /** What it prints; an error of its own is thrown with its words. */
  static String in(Path folder, List<String> command, Map<String, String> environment, String input)
      throws IOException {
    Path output = Files.createTempFile("output-", ".txt");
    Path errors = Files.createTempFile("errors-", ".txt");
    try {
      var builder = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
      builder.environment().putAll(environment);
      var process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (process.waitFor() != 0) {
        throw new IOException(
            String.join(" ", command) + ": " + Files.readString(errors) + Files.readString(output));
      }
      return Files.readString(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
