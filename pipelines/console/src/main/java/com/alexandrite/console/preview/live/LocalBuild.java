package com.alexandrite.console.preview.live;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.local.Home;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.build.BuildProgress;
import com.alexandrite.preview.build.PreviewBuilds;
import com.alexandrite.preview.life.Baseline;
import com.alexandrite.preview.life.PreviewBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds in work trees of this machine. */
record LocalBuild(PreviewBuilds builds, Baseline baseline, Home home) implements PreviewBuild {

  private static final int TAIL = 30;

  @Override
  public Built build(
      PreviewName name, String revision, @Nullable Depth forced, Consumer<String> progress)
      throws PreviewFailure, IOException, InterruptedException {
    PreviewBuilds.Built built =
        builds.build(
            name,
            revision,
            baseline.live().values(),
            forced,
            (step, _, detail) -> progress.accept(sentence(step, detail)));
    return new Built(
        built.changes().baseline(),
        built.changes().depth(),
        built.changes().reason(),
        built.versions(),
        built.sources());
  }

  private static String sentence(BuildProgress.Step step, String detail) {
    return switch (step) {
      case WAITING -> "waits until another build is over";
      case SOURCES -> "its files are put in place";
      case COMPILING -> ("Maven builds " + detail).strip();
      case TRAINING -> detail + " gets its start-up cache";
    };
  }

  @Override
  public Artifact artifact(PreviewName name, String service, String version) {
    return builds.version(name, service, version);
  }

  @Override
  public Path sources(PreviewName name) {
    return builds.sources(name);
  }

  @Override
  public String logTail(String process) {
    Path log = home.resolve("logs/" + process + ".log");
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return all.subList(Math.max(0, all.size() - TAIL), all.size()).stream()
          .collect(Collectors.joining("\n"));
    } catch (IOException none) {
      return "";
    }
  }

  @Override
  public int killStray() {
    return PreviewBuilds.killStray(home.path());
  }
}
