package com.alexandrite.environment.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Forgets the oldest versions of a service: each takes some 150 MB with its start-up cache. */
record Pruning(Path root, int kept) {

  /** Deletes what is beyond the newest ones; content that another version shares stays. */
  void prune(String service, List<Artifact> oldestFirst) throws IOException {
    int surplus = Math.max(0, oldestFirst.size() - kept);
    List<Artifact> staying = oldestFirst.subList(surplus, oldestFirst.size());
    for (Artifact old : oldestFirst.subList(0, surplus)) {
      Files.deleteIfExists(root.resolve(service).resolve(old.version() + ".json"));
      if (staying.stream().noneMatch(artifact -> artifact.sha256().equals(old.sha256()))) {
        delete(old.folder());
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
