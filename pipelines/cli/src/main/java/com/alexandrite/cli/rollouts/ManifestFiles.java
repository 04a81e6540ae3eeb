package com.alexandrite.cli.rollouts;

import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The manifests that a command is given: files, and folders of them. */
final class ManifestFiles {

  /** For kubectl alone. */
  private static final String KUSTOMIZATION = "kustomization.yaml";

  private ManifestFiles() {}

  /** Those that are given and those in the folders that are given, by name. */
  static List<ManifestFile> of(List<Path> paths) throws IOException {
    List<ManifestFile> files = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? in(path) : List.of(path)) {
        files.add(new ManifestFile(file.toString(), Files.readString(file)));
      }
    }
    return files;
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(ManifestFiles::isManifest).sorted().toList();
    }
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.equals(KUSTOMIZATION);
  }
}
