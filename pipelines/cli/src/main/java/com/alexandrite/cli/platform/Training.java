package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.AotTraining;
import com.alexandrite.environment.artifact.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Trains new artifacts once, so that every later start takes a third of the time. */
record Training(Platform platform, Terminal terminal) {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int AT_ONCE = 2;

  void of(Map<String, Artifact> artifacts) throws Exception {
    List<Artifact> untrained =
        artifacts.values().stream().filter(artifact -> !AotTraining.done(artifact)).toList();
    if (untrained.isEmpty()) {
      return;
    }
    terminal.progress("train", untrained.size() + " new artifacts get a start-up cache, once");
    var turns = new Semaphore(AT_ONCE);
    Together.all(
        untrained.stream().<Together.Work>map(artifact -> () -> train(artifact, turns)).toList());
  }

  private void train(Artifact artifact, Semaphore turns) throws IOException, InterruptedException {
    turns.acquire();
    try {
      Path log =
          platform.installation().home().resolve("logs/train-" + artifact.service() + ".log");
      Files.createDirectories(log.getParent());
      boolean trained = new AotTraining(log, LIMIT).train(artifact, environment(artifact));
      terminal.progress(
          "train", artifact.image() + (trained ? " has its cache" : " starts without, see " + log));
    } finally {
      turns.release();
    }
  }

  /**
   * No previews: these are looked after by the running console alone, and their tables may not be
   * there yet.
   */
  private Map<String, String> environment(Artifact artifact) throws IOException {
    Map<String, String> environment =
        new HashMap<>(platform.configuration().read(artifact.service()));
    environment.remove("ALEXANDRITE_PREVIEWS_CHECKOUT");
    environment.put("ALEXANDRITE_VERSION", artifact.version());
    environment.put("ALEXANDRITE_INSTANCE", "training");
    return environment;
  }
}
