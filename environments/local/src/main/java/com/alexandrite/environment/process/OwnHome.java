package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The home that a supervisor owns. The lock that it holds open tells it from another one that took
 * its place: as long as it is open, no other file can have its key.
 */
record OwnHome(Path path, Path lock, Object key) {

  /** The home whose lock is held open. */
  static OwnHome of(Path home, Path lock) throws IOException {
    return new OwnHome(home, lock, keyOf(lock));
  }

  /** Whether somebody has deleted it, or put another in its place. */
  boolean gone() throws IOException {
    return Files.notExists(lock) || !keyOf(lock).equals(key);
  }

  /** Deletes what is left of it; one that took its place stays. */
  void delete() throws IOException {
    if (Files.notExists(path) || (Files.exists(lock) && gone())) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static Object keyOf(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return Objects.requireNonNull(key, "a file system without keys");
  }
}
