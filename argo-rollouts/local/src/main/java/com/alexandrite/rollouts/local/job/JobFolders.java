package com.alexandrite.rollouts.local.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What jobs said, kept for the latest of them. */
final class JobFolders {
  private static final int KEPT = 200;

  private final Path folder;

  JobFolders(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  Path of(String job) {
    return folder.resolve(job);
  }

  /** Removes the folders of the jobs that began longest ago. */
  void forgetOldest() throws IOException {
    Files.createDirectories(folder);
    Map<Path, FileTime> jobs = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path job : all.toList()) {
        jobs.put(job, Files.getLastModifiedTime(job));
      }
    }
    List<Path> oldestFirst = new ArrayList<>(jobs.keySet());
    oldestFirst.sort(Comparator.comparing(jobs::get));
    for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - KEPT))) {
      delete(old);
    }
  }

  private static void delete(Path old) throws IOException {
    try (Stream<Path> content = Files.walk(old)) {
      for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
