package com.alexandrite.environment.artifact;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Extracted jars by the hash of their content. */
record BlobFolder(Path root) {

  /** Puts something into an empty folder's place. */
  private interface Filling {
    void into(Path folder) throws IOException;
  }

  /** The folder with this jar's content; extracts it when it is not there yet. */
  Path holding(Path bootJar, String sha256) throws IOException {
    return filled(sha256, folder -> extract(bootJar, folder));
  }

  /** The same, with the files of another store's folder instead of the jar. */
  Path linking(Path extracted, String sha256) throws IOException {
    return filled(sha256, folder -> link(extracted, folder));
  }

  private Path filled(String sha256, Filling filling) throws IOException {
    Path folder = root.resolve(sha256);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(root);
      Path aside = Files.createTempDirectory(root, "extracting-");
      try {
        filling.into(aside.resolve("app"));
        publish(aside.resolve("app"), folder);
      } finally {
        Pruning.delete(aside);
      }
    }
    return folder;
  }

  /** The jar tool of Boot puts the application's jar beside a lib folder: quicker to start from. */
  private static void extract(Path bootJar, Path target) throws IOException {
    Commands.run(
        List.of(
            Artifact.java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djarmode=tools",
            "-jar",
            bootJar.toAbsolutePath().toString(),
            "extract",
            "--destination",
            target.toString(),
            "--application-filename",
            ArtifactStore.JAR));
  }

  private static void link(Path extracted, Path target) throws IOException {
    List<Path> topFirst;
    try (Stream<Path> files = Files.walk(extracted)) {
      topFirst = files.sorted().toList();
    }
    for (Path file : topFirst) {
      Path there = target.resolve(extracted.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(there);
      } else {
        Files.createLink(there, file);
      }
    }
  }

  private static void publish(Path extracted, Path folder) throws IOException {
    try {
      Files.move(extracted, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
      // The content is the same: its folder serves both.
    }
  }
}
