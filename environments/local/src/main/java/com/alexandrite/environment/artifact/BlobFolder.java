package com.alexandrite.environment.artifact;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Extracted jars by the hash of their content. */
record BlobFolder(Path root) {

  /** The folder with this jar's content; extracts it when it is not there yet. */
  Path holding(Path bootJar, String sha256) throws IOException {
    Path folder = root.resolve(sha256);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(root);
      Path aside = Files.createTempDirectory(root, "extracting-");
      try {
        extract(bootJar, aside.resolve("app"));
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

  private static void publish(Path extracted, Path folder) throws IOException {
    try {
      Files.move(extracted, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
      // The content is the same: its folder serves both.
    }
  }
}
