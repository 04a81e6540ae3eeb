package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps log files from filling the disk: one that has grown over the cap is copied to {@code
 * NAME.log.1} and emptied in place. The writer holds it open for appending and just goes on; lines
 * written between copy and emptying are lost.
 */
record LogCap(Path folder, long maxBytes) {

  void apply() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : logFiles()) {
      if (Files.size(file) > maxBytes) {
        Files.copy(
            file, folder.resolve(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    }
  }

  private List<Path> logFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }
}
