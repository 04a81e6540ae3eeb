package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests that are released. */
public final class ShopManifests {

  private ShopManifests() {}

  /** The files as they are. */
  public static List<ManifestFile> files() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().map(ShopManifests::file).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read for this machine; fails if the engine refuses any of it. */
  public static ManifestSet accepted() {
    return switch (Manifests.read(files(), Capabilities.LOCAL)) {
      case Reading.Accepted(ManifestSet manifests) -> manifests;
      case Reading.Refused(List<Refusal> refusals) ->
          throw new AssertionError(
              String.join("\n", refusals.stream().map(Refusal::toString).toList()));
    };
  }

  private static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("argo-rollouts/manifests/shop");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("argo-rollouts/manifests/shop is not above the working folder");
  }

  private static ManifestFile file(Path path) {
    try {
      return new ManifestFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
