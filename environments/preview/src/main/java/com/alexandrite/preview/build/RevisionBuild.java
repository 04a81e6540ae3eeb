package com.alexandrite.preview.build;

import com.alexandrite.environment.artifact.AotTraining;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.build.BuildProgress.Step;
import com.alexandrite.preview.change.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds services of one revision for one preview. A service whose inputs are those of a version
 * that is there already is not built again. An interrupt ends it and everything that it started.
 */
final class RevisionBuild {
  private static final Logger LOG = LoggerFactory.getLogger(RevisionBuild.class);
  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(2);

  private final PreviewFolder folder;
  private final Git git;
  private final ArtifactStore baseline;
  private final Training training;
  private final Supplier<Duration> clock;
  private final BuildProgress progress;
  private final WorkTree tree;

  RevisionBuild(
      PreviewFolder folder,
      Git git,
      Training training,
      Supplier<Duration> clock,
      BuildProgress progress) {
    this.folder = folder;
    this.git = git;
    this.baseline = new ArtifactStore(folder.home());
    this.training = training;
    this.clock = clock;
    this.progress = progress;
    this.tree = new WorkTree(git, folder.work());
  }

  /**
   * Has a version of each service from that revision.
   *
   * @throws PreviewFailure when it does not compile
   */
  Map<String, Artifact> build(String revision, Collection<String> services)
      throws PreviewFailure, IOException, InterruptedException {
    tell(Step.SOURCES, "");
    folder.marked().kill();
    tree.moveTo(revision);
    Map<String, Artifact> versions = existing(revision, services);
    List<String> missing = services.stream().filter(name -> !versions.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      versions.putAll(compiled(revision, missing));
    }
    for (Artifact version : versions.values()) {
      train(version);
    }
    return versions;
  }

  private Map<String, Artifact> existing(String revision, Collection<String> services)
      throws PreviewFailure, IOException, InterruptedException {
    var inputs = new BuildInputs(git, Modules.of(git, revision));
    Map<String, Artifact> found = new TreeMap<>();
    for (String service : services) {
      Optional<String> wanted = inputs.of(service, revision);
      Optional<Artifact> own = equal(folder.artifacts().list(service), inputs, wanted);
      Optional<Artifact> others =
          own.isPresent() ? own : equal(baseline.list(service), inputs, wanted);
      if (others.isPresent()) {
        found.put(service, own.isPresent() ? own.get() : folder.artifacts().adopt(others.get()));
      }
    }
    return found;
  }

  /** The newest version that was made from these inputs and nothing else. */
  private static Optional<Artifact> equal(
      List<Artifact> versions, BuildInputs inputs, Optional<String> wanted)
      throws IOException, InterruptedException {
    for (Artifact version : versions.reversed()) {
      if (!version.dirty() && inputs.of(version.service(), version.gitRevision()).equals(wanted)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private Map<String, Artifact> compiled(String revision, List<String> services)
      throws PreviewFailure, IOException, InterruptedException {
    var halfBuilt = new HalfBuilt(tree, folder.path().resolve("building"));
    var maven = MavenRun.in(folder, module -> tell(Step.COMPILING, module));
    halfBuilt.begin();
    try {
      maven.build(services.stream().map(RevisionBuild::module).toList());
    } catch (PreviewFailure endedByItself) {
      halfBuilt.end();
      throw endedByItself;
    }
    halfBuilt.end();
    Map<String, Artifact> versions = new TreeMap<>();
    for (String service : services) {
      Path jar = maven.maven().jar(module(service));
      versions.put(service, folder.artifacts().register(service, jar, revision, false));
    }
    return versions;
  }

  private static String module(String service) {
    return "services/" + service;
  }

  private void train(Artifact version) throws IOException, InterruptedException {
    Optional<Map<String, String>> environment = training.environment(version);
    if (AotTraining.done(version) || environment.isEmpty()) {
      return;
    }
    tell(Step.TRAINING, version.service());
    Map<String, String> marked = new TreeMap<>(environment.get());
    marked.putAll(folder.mark());
    Path log = folder.log("train-" + version.service());
    Files.createDirectories(log.getParent());
    if (!new AotTraining(log, LONGEST_TRAINING).train(version, marked)) {
      LOG.warn("{} starts without a cache, see {}", version.image(), log);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("the training of " + version.image() + " was ended");
    }
  }

  private void tell(Step step, String detail) {
    progress.at(step, clock.get(), detail);
  }
}
