package com.alexandrite.environment.artifact;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built versions of one home folder, in {@code artifacts/}. Safe for several processes at once.
 */
public final class ArtifactStore {

  static final String JAR = "app.jar";
  static final String BLOBS = "blobs";

  /** More than a rollout's history holds, so that every undo finds its version. */
  private static final int KEPT_VERSIONS = 10;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern IMAGE = Pattern.compile("alexandrite/([a-z0-9-]+):([0-9]+)");
  private static final Pattern VERSION_FILE = Pattern.compile("([0-9]+)\\.json");

  private final Path root;
  private final int kept;
  private final InstantSource clock;

  /** The store of this home folder. */
  public ArtifactStore(Path home) {
    this(home, KEPT_VERSIONS);
  }

  /**
   * One that forgets sooner.
   *
   * @param kept how many versions of a service stay
   */
  public ArtifactStore(Path home, int kept) {
    this(home, kept, InstantSource.system());
  }

  ArtifactStore(Path home, int kept, InstantSource clock) {
    this.root = home.toAbsolutePath().resolve("artifacts");
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Makes a Boot jar the service's next version. Equal content is extracted once only.
   *
   * @throws IOException when the jar cannot be read or extracted
   */
  public Artifact register(String service, Path bootJar, String gitRevision, boolean dirty)
      throws IOException {
    String sha256 = ContentHash.ofFile(bootJar);
    Path folder = blobs().holding(bootJar, sha256);
    return next(service, sha256, gitRevision, dirty, folder);
  }

  /**
   * Makes a version of another store the next one here. Its files are shared, not copied, and stay
   * when the other store forgets it; both stores must be on one file system.
   */
  public Artifact adopt(Artifact other) throws IOException {
    Path folder = blobs().linking(other.folder(), other.sha256());
    return next(other.service(), other.sha256(), other.gitRevision(), other.dirty(), folder);
  }

  /** Makes the content of a version the next one, under the revision that it is built from now. */
  public Artifact again(Artifact known, String gitRevision, boolean dirty) throws IOException {
    return next(known.service(), known.sha256(), gitRevision, dirty, known.folder());
  }

  private Artifact next(
      String service, String sha256, String gitRevision, boolean dirty, Path folder)
      throws IOException {
    Files.createDirectories(root.resolve(service));
    int version = latest(service).map(last -> Integer.parseInt(last.version()) + 1).orElse(1);
    while (true) {
      var artifact =
          new Artifact(
              service,
              Integer.toString(version),
              sha256,
              gitRevision,
              dirty,
              clock.instant(),
              folder);
      if (writeNew(artifact)) {
        new Pruning(root, kept).prune(service, list(service));
        return artifact;
      }
      version++;
    }
  }

  /** Registers a jar as the next version, unless the newest version has this very content. */
  public Artifact registerIfNew(String service, Path bootJar, String gitRevision, boolean dirty)
      throws IOException {
    Optional<Artifact> latest = latest(service);
    return latest.isPresent() && latest.get().sha256().equals(ContentHash.ofFile(bootJar))
        ? latest.get()
        : register(service, bootJar, gitRevision, dirty);
  }

  /**
   * The version that an image name means.
   *
   * @throws IllegalArgumentException when the name is no image of ours, or the version is not built
   */
  public Artifact resolve(String image) {
    Matcher name = IMAGE.matcher(image);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "image " + image + " is not of the form alexandrite/<service>:<number>");
    }
    return find(name.group(1), name.group(2))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "image " + image + " is not built on this machine; there are " + known(name)));
  }

  /** The newest version of a service. */
  public Optional<Artifact> latest(String service) {
    return versions(service).max(Comparator.naturalOrder()).flatMap(n -> find(service, "" + n));
  }

  /** All versions of a service, oldest first. */
  public List<Artifact> list(String service) {
    return versions(service).sorted().flatMap(n -> find(service, "" + n).stream()).toList();
  }

  private BlobFolder blobs() {
    return new BlobFolder(root.resolve(BLOBS));
  }

  private Optional<Artifact> find(String service, String version) {
    Path file = root.resolve(service).resolve(version + ".json");
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), Artifact.class))
        : Optional.empty();
  }

  private boolean writeNew(Artifact artifact) throws IOException {
    Path file = root.resolve(artifact.service()).resolve(artifact.version() + ".json");
    try {
      Files.write(file, JSON.writeValueAsBytes(artifact), StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException anotherProcessWasFaster) {
      return false;
    }
  }

  private Stream<Integer> versions(String service) {
    String[] files = root.resolve(service).toFile().list();
    return files == null
        ? Stream.empty()
        : Stream.of(files)
            .map(VERSION_FILE::matcher)
            .filter(Matcher::matches)
            .map(file -> Integer.valueOf(file.group(1)));
  }

  private String known(Matcher image) {
    return versions(image.group(1)).sorted().map(n -> image.group(1) + ":" + n).toList().toString();
  }
}
