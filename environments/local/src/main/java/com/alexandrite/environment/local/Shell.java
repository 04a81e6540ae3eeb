package com.alexandrite.environment.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs short programs to their end. */
public final class Shell {

  private Shell() {}

  /**
   * Runs a program, feeds it, and returns what it printed.
   *
   * @throws IOException with its output when it fails
   */
  static String run(List<String> command, Map<String, String> environment, String input)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    var output = CompletableFuture.supplyAsync(() -> readAll(process));
    try (var toProcess = process.getOutputStream()) {
      toProcess.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedAlready) {
      // It says itself why it reads no more: that is worth telling, not the closed stream.
      return awaitSuccess(process, output, command);
    }
    return awaitSuccess(process, output, command);
  }

  /**
   * The same in this process's own environment.
   *
   * @throws IOException with its output when it fails
   */
  public static String run(List<String> command) throws IOException {
    return run(command, Map.of(), "");
  }

  private static String awaitSuccess(
      Process process, CompletableFuture<String> output, List<String> command) throws IOException {
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(
            command.getFirst() + " ended with " + code + ": " + output.join().strip());
      }
      return output.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    }
  }

  private static String readAll(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
