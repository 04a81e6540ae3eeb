package com.alexandrite.cli.release;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleCalls;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.rollouts.Screens;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.AotTraining;
import com.alexandrite.environment.artifact.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One release: build, register, set on the rollout, follow. */
public final class Releasing {
  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(2);
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Installation installation;
  private final Terminal terminal;

  /** Releases on this installation, told on this terminal. */
  public Releasing(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /**
   * Releases to the end.
   *
   * @param ref what to build; null for the checkout as it is
   * @param drill fault that the new version carries; null for none
   * @throws CommandFailed when it could not begin, or nobody knows how it ended
   */
  public ReleaseResult release(
      String service, @Nullable String ref, @Nullable String drill, String reason)
      throws IOException, InterruptedException {
    Artifact artifact = prepare(service, ref);
    String releaseId = order(artifact, drill, reason);
    terminal.progress(
        "release",
        "version %s of %s is on its way".formatted(artifact.version(), service),
        Map.of("releaseId", releaseId, "version", artifact.version()));
    terminal.say("             live: " + Console.of(installation).page(service));
    return follow(service, releaseId);
  }

  /** What is built and trained of a service that has a rollout. */
  Artifact prepare(String service, @Nullable String ref) throws IOException, InterruptedException {
    ConsoleCalls.ask(installation, console -> console.rollout(service));
    Artifact artifact = build(service, ref);
    train(artifact);
    return artifact;
  }

  private Artifact build(String service, @Nullable String ref)
      throws IOException, InterruptedException {
    terminal.progress("build", ref == null ? service + " of the checkout" : service + " of " + ref);
    Path home = installation.home().path();
    try {
      Artifact artifact = new ArtifactBuild(installation.checkout(), home).of(service, ref);
      terminal.progress("build", "version %s, %s".formatted(artifact.version(), origin(artifact)));
      return artifact;
    } catch (BuildFailed failed) {
      throw new CommandFailed(service + " does not build.", "read " + failed.log());
    }
  }

  private void train(Artifact artifact) throws IOException {
    if (AotTraining.done(artifact)) {
      return;
    }
    terminal.progress(
        "train", "a start cache for these bytes, so that each process starts quickly");
    Path log = installation.home().resolve("logs/train-" + artifact.service() + ".log");
    boolean trained =
        new AotTraining(log, LONGEST_TRAINING).train(artifact, configuration(artifact));
    if (!trained) {
      terminal.progress("train", "failed, it starts slower; see " + log);
    }
  }

  private Map<String, String> configuration(Artifact artifact) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Path file = installation.home().resolve("config/" + artifact.service() + ".env");
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return values;
  }

  private String order(Artifact artifact, @Nullable String drill, String reason)
      throws InterruptedException {
    Map<String, String> release = new LinkedHashMap<>();
    release.put("image", artifact.image());
    release.put("gitRevision", revision(artifact));
    release.put("reason", reason);
    if (drill != null) {
      release.put("drill", drill);
    }
    return ConsoleCalls.ask(installation, console -> console.release(artifact.service(), release));
  }

  /** What it was built from. */
  static String revision(Artifact artifact) {
    return artifact.gitRevision() + (artifact.dirty() ? " and changes" : "");
  }

  private ReleaseResult follow(String service, String releaseId)
      throws IOException, InterruptedException {
    Following following =
        new Following(
            Console.of(installation),
            Screens.of(terminal),
            InstantSource.system(),
            Beat.every(BEAT),
            PATIENCE);
    try {
      return following.toTheEnd(service, releaseId);
    } catch (ConsoleAway away) {
      throw new CommandFailed(
          "The console stays away, so nobody knows how release " + releaseId + " goes on.",
          "./alexandrite up repairs it; ./alexandrite rollouts show " + service + " tells the end");
    } catch (ConsoleRefused refused) {
      throw new CommandFailed(
          "The console lost the release: " + refused.explanation(),
          "./alexandrite rollouts show " + service);
    }
  }

  private static String origin(Artifact artifact) {
    String revision = artifact.gitRevision();
    String shown = revision.substring(0, Math.min(12, revision.length()));
    return "revision " + shown + (artifact.dirty() ? " with changes" : "");
  }
}
