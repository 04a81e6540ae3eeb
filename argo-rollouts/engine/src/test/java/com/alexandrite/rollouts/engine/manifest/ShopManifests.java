package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests that are released: the Shop's where no other service is named. */
public final class ShopManifests {

  /** All services that have a rollout. */
  public static final List<String> SERVICES = List.of("shop", "crm", "mes", "pricing-worker");

  private ShopManifests() {}

  /** The files as they are. */
  public static List<ManifestFile> files() {
    return files("shop");
  }

  /** The files of a service and the templates that all share. */
  public static List<ManifestFile> files(String service) {
    return Stream.of(service, "analysis").flatMap(folder -> in(folder(folder)).stream()).toList();
  }

  /** All files of all services, each with its folder in its name. */
  public static List<ManifestFile> all() {
    return Stream.concat(SERVICES.stream(), Stream.of("analysis"))
        .flatMap(folder ->
            in(folder(folder)).stream()
                .map(file -> new ManifestFile(folder + "/" + file.name(), file.text())))
        .toList();
  }

  private static List<ManifestFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ShopManifests::file).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read for this machine; fails if the engine refuses any of it. */
  public static ManifestSet accepted() {
    return accepted("shop");
  }

  /** The same of another service. */
  public static ManifestSet accepted(String service) {
    return switch (Manifests.read(files(service), Capabilities.LOCAL)) {
      case Reading.Accepted(ManifestSet manifests) -> manifests;
      case Reading.Refused(List<Refusal> refusals) ->
          throw new AssertionError(
              String.join("\n", refusals.stream().map(Refusal::toString).toList()));
    };
  }

  /** A folder among the manifests. */
  public static Path folder(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("argo-rollouts/manifests").resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("argo-rollouts/manifests is not above the working folder");
  }

  private static ManifestFile file(Path path) {
    try {
      return new ManifestFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
