package com.alexandrite.cli.release;

import com.alexandrite.cli.platform.BuiltSources;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.artifact.MavenBuild;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    try (FileChannel lock = onlyBuild();
        FileLock _ = lock.lock()) {
      BuiltSources sources = BuiltSources.of(checkout, home);
      Optional<Artifact> same = sources.version(service);
      Artifact next =
          same.isPresent()
              ? store.again(same.get(), revision, dirty)
              : store.register(service, jarBuiltIn(checkout, service), revision, dirty);
      sources.built(next);
      return next;
    }
  }

  /** Two releases at a time would build into the same folders. */
  private FileChannel onlyBuild() throws IOException {
    Path lock = home.resolve("builds/checkout.lock");
    Files.createDirectories(lock.getParent());
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
    var maven = new MavenBuild(folder, home.resolve("logs/build-" + service + ".log"));
    String module = "services/" + service;
    if (maven.start(List.of(module), Map.of()).waitFor() != 0) {
      throw new BuildFailed(service + " of this revision does not build", maven.log());
    }
    return maven.jar(module);
  }
}
