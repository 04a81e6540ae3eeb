package com.alexandrite.cli.platform;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which sources a version was built from, so that the same are not built again. It is
 * about one moment's sources: those when it was made.
 */
public final class BuiltSources {
  /** All that the build of any service reads. */
  static final List<String> SOURCES =
      List.of(
          "pom.xml",
          ".mvn",
          "services",
          "feature-flags",
          "argo-rollouts",
          "environments",
          "pipelines/console");

  private final Path folder;
  private final ArtifactStore store;
  private final String hash;

  private BuiltSources(Path folder, ArtifactStore store, String hash) {
    this.folder = folder;
    this.store = store;
    this.hash = hash;
  }

  /** The checkout's sources as they are, and the versions of this home. */
  public static BuiltSources of(Path checkout, Path home) throws IOException {
    return new BuiltSources(
        home.resolve("artifacts/sources"),
        new ArtifactStore(home),
        SourceHash.of(checkout, SOURCES));
  }

  /** The version of a service that was built from these sources; empty when none is kept. */
  public Optional<Artifact> version(String service) throws IOException {
    Path file = folder.resolve(service);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> noted = Files.readAllLines(file);
    return store.list(service).stream()
        .filter(artifact -> noted.equals(note(artifact)))
        .findFirst();
  }

  /** Notes that this version was built from these sources. */
  public void built(Artifact artifact) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(artifact.service()), note(artifact));
  }

  private List<String> note(Artifact artifact) {
    return List.of(hash, artifact.version());
  }
}
