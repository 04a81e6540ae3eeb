package com.alexandrite.environment.artifact;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache of an artifact by starting it once up to its first pages: later starts take a
 * third of the time. The servers it connects to must be up; the service neither takes messages nor
 * sends any, and its database is migrated only where it is empty. Versions whose kit does not know
 * {@code alexandrite.training} end at the refreshed context, without a migration.
 *
 * @param log where the output of the training run goes
 * @param limit a run that takes longer is given up
 */
public record AotTraining(Path log, Duration limit) {

  /** Each page's classes are there after the first; the rest is for what comes with the second. */
  private static final int ROUNDS = 3;

  /** Whether this content was trained before. */
  public static boolean done(Artifact artifact) {
    return Files.exists(artifact.aotCache());
  }

  /**
   * Trains unless it was done before.
   *
   * @param environment the service's configuration
   * @return false when the run failed: the artifact then starts without a cache, only slower
   */
  public boolean train(Artifact artifact, Map<String, String> environment) throws IOException {
    if (done(artifact)) {
      return true;
    }
    Path aside = Files.createTempDirectory(artifact.folder(), "training-");
    Path cache = aside.resolve("app.aot");
    try {
      boolean made =
          run(command(artifact, cache, aside), environment, artifact) && Files.exists(cache);
      if (made) {
        Files.move(cache, artifact.aotCache(), StandardCopyOption.ATOMIC_MOVE);
      }
      return made;
    } finally {
      Folders.delete(aside);
    }
  }

  private static List<String> command(Artifact artifact, Path cache, Path temporary) {
    return List.of(
        Artifact.java(),
        "-XX:AOTCacheOutput=" + cache,
        "-XX:+UseSerialGC",
        // As it will run: what the slower compiler learns is of no use to the quick one.
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Djava.io.tmpdir=" + temporary,
        "-Dalexandrite.training=true",
        // Ports of its own: the service itself may be running, and its two must differ.
        "-Dserver.port=0",
        "-Dmanagement.server.port=0",
        "-Dalexandrite.warm-up.rounds=" + ROUNDS,
        "-Dspring.context.exit=onRefresh",
        "-Dspring.flyway.enabled=false",
        "-jar",
        artifact.jar().toString());
  }

  private boolean run(List<String> command, Map<String, String> environment, Artifact artifact)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(artifact.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
