package com.alexandrite.preview.build;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FullDisk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.build.BuildProgress.Step;
import com.alexandrite.preview.change.Branches;
import com.alexandrite.preview.change.ChangeAnalysis;
import com.alexandrite.preview.change.Changes;
import com.alexandrite.preview.change.ComparedWith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The builds of all previews of a home: finds out what a revision changed, and builds that. One at
 * a time: two would each take twice as long, and take the machine from what serves.
 */
public final class PreviewBuilds {
  private final Path home;
  private final Git git;
  private final Training training;
  private final InstantSource clock;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * @param home of the platform
   * @param git the checkout's
   */
  public PreviewBuilds(Path home, Git git, Training training, InstantSource clock) {
    this.home = home;
    this.git = git;
    this.training = training;
    this.clock = clock;
  }

  /**
   * A revision, built.
   *
   * @param changes what it changed against the baseline
   * @param versions of the services that come from the branch, in the preview's own store
   * @param sources its work tree
   * @param took time from the turn to the end
   */
  public record Built(
      Changes changes, Map<String, Artifact> versions, Path sources, Duration took) {
    /** Copies the map. */
    public Built {
      versions = Map.copyOf(versions);
    }
  }

  /**
   * Builds what is not built yet. An interrupt ends it, with every process that it started.
   *
   * @param live versions that serve in the baseline
   * @param forced depth that somebody chose, or null
   * @throws PreviewFailure when the branch does not compile
   */
  public Built build(
      PreviewName name,
      String revision,
      Collection<Artifact> live,
      @Nullable Depth forced,
      BuildProgress progress)
      throws PreviewFailure, IOException, InterruptedException {
    Changes changes = new ChangeAnalysis(git).of(ComparedWith.live(git, live), revision, forced);
    Supplier<Duration> waited = stopwatch();
    if (!turn.tryAcquire()) {
      progress.at(Step.WAITING, waited.get(), "");
      turn.acquire();
    }
    try {
      Supplier<Duration> soFar = stopwatch();
      PreviewFolder folder = folder(name);
      FullDisk.refuseIn(Files.createDirectories(home));
      Map<String, Artifact> versions =
          new RevisionBuild(folder, git, training, soFar, progress)
              .build(revision, changes.services());
      return new Built(changes, versions, folder.work(), soFar.get());
    } finally {
      turn.release();
    }
  }

  /**
   * A version in a preview's store.
   *
   * @throws IllegalArgumentException when it is not there
   */
  public Artifact version(PreviewName name, String service, String version) {
    return folder(name).artifacts().resolve("alexandrite/%s:%s".formatted(service, version));
  }

  /** The work tree of what was built last. */
  public Path sources(PreviewName name) {
    return folder(name).work();
  }

  /** Maven's whole output of the last build. */
  public Path log(PreviewName name) {
    return folder(name).log("build");
  }

  /** Removes work tree, versions and logs of a preview; ends its build when one runs. */
  public void remove(PreviewName name) throws IOException, InterruptedException {
    PreviewFolder folder = folder(name);
    folder.marked().kill();
    new WorkTree(git, folder.work()).remove();
    Folders.delete(folder.path());
    new Branches(git).forget(name);
  }

  /**
   * Ends what builds of a process that died have left running; to be called before the first build.
   *
   * @return how many processes there were
   */
  public static int killStray(Path home) {
    return PreviewFolder.marked(home).kill();
  }

  private PreviewFolder folder(PreviewName name) {
    return new PreviewFolder(home, name);
  }

  private Supplier<Duration> stopwatch() {
    Instant start = clock.instant();
    return () -> Duration.between(start, clock.instant());
  }
}
