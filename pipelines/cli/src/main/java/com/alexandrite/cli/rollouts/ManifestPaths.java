package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files that somebody means by files and folders. */
final class ManifestPaths {
  /** For kubectl alone. */
  private static final String KUSTOMIZATION = "kustomization.yaml";

  private ManifestPaths() {}

  /**
   * Each of them, folders with all that is below them.
   *
   * @throws CommandFailed where there is none
   */
  static List<ManifestFile> read(List<Path> paths) throws IOException {
    List<ManifestFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new CommandFailed("There is no " + path + ".", "give a file or a folder");
      }
      try (Stream<Path> tree = Files.walk(path)) {
        for (Path file : tree.filter(ManifestPaths::isManifest).sorted().toList()) {
          files.add(new ManifestFile(shown(file), Files.readString(file)));
        }
      }
    }
    if (files.isEmpty()) {
      throw new CommandFailed("There is no YAML file in " + paths + ".", "give another folder");
    }
    return files;
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.equals(KUSTOMIZATION);
  }

  /** As short as it can be opened from here. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath().normalize();
    return (there.startsWith(here) ? here.relativize(there) : there).toString();
  }
}
