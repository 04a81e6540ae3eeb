package com.alexandrite.preview.build;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/**
 * Remembers that a build is under way. One that was killed may leave half a class file that is
 * newer than its source, and Maven would take it for done: what such a build has touched is deleted
 * before the next.
 */
record HalfBuilt(WorkTree tree, Path mark) {

  /** Deletes what a killed build has left, and notes that another begins. */
  void begin() throws IOException {
    if (Files.exists(mark)) {
      FileTime since = Files.getLastModifiedTime(mark);
      for (Path target : tree.targets()) {
        if (hasNewer(target, since)) {
          Folders.delete(target);
        }
      }
      Files.delete(mark);
    }
    Files.createFile(mark);
  }

  /** Maven came to an end by itself. */
  void end() throws IOException {
    Files.deleteIfExists(mark);
  }

  private static boolean hasNewer(Path folder, FileTime since) throws IOException {
    try (Stream<Path> newer =
        Files.find(
            folder,
            Integer.MAX_VALUE,
            (_, facts) ->
                facts.isRegularFile() && facts.lastModifiedTime().compareTo(since) >= 0)) {
      return newer.findAny().isPresent();
    }
  }
}
