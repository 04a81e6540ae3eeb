package com.alexandrite.cli.platform;

import com.alexandrite.environment.local.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log, without reading all of it. */
final class LogTail {

  private static final int ENOUGH_BYTES = 1 << 18;

  private LogTail() {}

  /** The last lines of a process's log; empty when there is none. */
  static String of(Home home, String process, int lines) {
    Path file = home.resolve("logs/" + process + ".log");
    try {
      return Files.exists(file) ? of(file, lines) : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  static String of(Path file, int lines) throws IOException {
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, reader.length() - ENOUGH_BYTES);
      byte[] end = new byte[(int) (reader.length() - start)];
      reader.seek(start);
      reader.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
    }
  }
}
