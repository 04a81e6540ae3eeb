package com.alexandrite.rollouts.local.job;

import com.alexandrite.environment.process.Orphans;
import com.alexandrite.environment.process.ProcessMark;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of a job's command, in a folder of its own. The folder says all there is to know of it,
 * so that a console that starts anew goes on where an earlier one was killed: {@code output.log},
 * and {@code exit} with the exit code once it ended. While it runs it is found by its mark.
 */
final class JobAttempt {
  private static final String MARK = "ALEXANDRITE_JOB_ATTEMPT";
  private static final String SCRIPT =
      "\"$@\" >output.log 2>&1 </dev/null; echo $? >exit.new && mv exit.new exit";
  private static final String LOG = "output.log";
  private static final int EVIDENCE = 1000;

  private final Path folder;

  JobAttempt(Path folder) {
    this.folder = folder;
  }

  /** Starts it in a session of its own: it outlives whoever started it. */
  void start(JobSpec job) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(List.of("setsid", "/bin/sh", "-c", SCRIPT, "job"));
    command.addAll(job.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", Orphans.MARK));
    builder.environment().putAll(job.environment());
    builder.environment().put(MARK, folder.toString());
    builder.start();
  }

  boolean began() {
    return Files.isDirectory(folder);
  }

  boolean ran() {
    return Files.exists(folder.resolve(LOG)) || runs();
  }

  /** The exit code; empty while it runs, and for ever if somebody killed it. */
  OptionalInt exitCode() throws IOException {
    Path exit = folder.resolve("exit");
    return Files.exists(exit)
        ? OptionalInt.of(Integer.parseInt(Files.readString(exit).strip()))
        : OptionalInt.empty();
  }

  boolean runs() {
    return !mark().processes().isEmpty();
  }

  /** When it was last seen to do something, as far as its folder tells. */
  Instant lastSign() throws IOException {
    return Files.getLastModifiedTime(folder).toInstant();
  }

  /** The end of what it said. */
  String evidence() throws IOException {
    Path log = folder.resolve(LOG);
    if (!Files.exists(log)) {
      return "";
    }
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - EVIDENCE));
      var bytes = Channels.newInputStream(channel).readNBytes(EVIDENCE);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    }
  }

  /** Asks all its processes to end, and kills them when they have not within the grace. */
  void stop(Duration grace) {
    List<ProcessHandle> running = mark().processes();
    running.forEach(ProcessHandle::destroy);
    var ended =
        CompletableFuture.allOf(
            running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    try {
      ended.get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      mark().kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      mark().kill();
    }
  }

  private ProcessMark mark() {
    return ProcessMark.of(MARK, folder.toString());
  }
}
