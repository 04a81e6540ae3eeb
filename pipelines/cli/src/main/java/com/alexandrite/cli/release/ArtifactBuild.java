package com.alexandrite.cli.release;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the next version of a service from the checkout as it is, or from a named revision. */
public final class ArtifactBuild {
  private final Path checkout;
  private final Path home;
  private final ArtifactStore store;
  private final Git git;

  /**
   * @param checkout the project's folder
   * @param home of the platform; the build's log and a revision's work tree go there
   */
  public ArtifactBuild(Path checkout, Path home) {
    this.checkout = checkout;
    this.home = home;
    this.store = new ArtifactStore(home);
    this.git = new Git(checkout);
  }

  /**
   * Builds and registers.
   *
   * @param ref a branch, tag or revision; null for the checkout with all its changes
   * @throws BuildFailed when it does not compile
   */
  public Artifact of(String service, @Nullable String ref)
      throws IOException, BuildFailed, InterruptedException {
    return ref == null ? ofCheckout(service) : ofRevision(service, git.revision(ref));
  }

  private Artifact ofCheckout(String service)
      throws IOException, BuildFailed, InterruptedException {
    String revision = git.revision("HEAD");
    boolean dirty = !git.changes().isBlank();
    return store.register(service, jarBuiltIn(checkout, service), revision, dirty);
  }

  private Artifact ofRevision(String service, String revision)
      throws IOException, BuildFailed, InterruptedException {
    Path folder = home.resolve("builds").resolve(revision);
    Files.createDirectories(folder.getParent());
    git.checkOut(revision, folder);
    try {
      return store.register(service, jarBuiltIn(folder, service), revision, false);
    } finally {
      git.remove(folder);
    }
  }

  private Path jarBuiltIn(Path folder, String service)
      throws IOException, BuildFailed, InterruptedException {
    Path log = Files.createDirectories(home.resolve("logs")).resolve("build-" + service + ".log");
    String module = "services/" + service;
    if (maven(folder, log, "-pl", module, "-am", "package").waitFor() != 0) {
      throw new BuildFailed(service + " of this revision does not build", log);
    }
    return newestJar(folder.resolve(module).resolve("target"));
  }

  private static Process maven(Path folder, Path log, String... goals) throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("mvnw").toString(), "-B", "-q"));
    // The revision was checked when it was merged; a release needs its bytes only.
    command.addAll(List.of("-Dquick", "-DskipTests"));
    command.addAll(List.of(goals));
    ProcessBuilder maven = new ProcessBuilder(command);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return maven
        .directory(folder.toFile())
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static Path newestJar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow(() -> new IOException("the build left no jar in " + target));
    }
  }
}
