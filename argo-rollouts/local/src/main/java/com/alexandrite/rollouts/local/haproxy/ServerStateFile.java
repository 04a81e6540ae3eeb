package com.alexandrite.rollouts.local.haproxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** The file from which HAProxy takes servers and weights when it starts; replaced in one step. */
final class ServerStateFile {
  /**
   * Seconds since the last change, check results and the like: they differ each second and do not
   * matter.
   */
  private static final List<Integer> VOLATILE_COLUMNS = List.of(9, 10, 11, 12, 13);

  private final Path file;
  private String saved = "";

  ServerStateFile(Path file) {
    this.file = file;
  }

  synchronized void save(String state) {
    String essence = essence(state);
    if (essence.equals(saved) && Files.exists(file)) {
      return;
    }
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, state);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      saved = essence;
    } catch (IOException e) {
      throw new UncheckedIOException("can not write the server state to " + file, e);
    }
  }

  private static String essence(String state) {
    return state.lines().map(ServerStateFile::essentialCells).collect(Collectors.joining("\n"));
  }

  private static String essentialCells(String line) {
    String[] cells = line.split(" ", -1);
    for (int column : VOLATILE_COLUMNS) {
      if (column < cells.length) {
        cells[column] = "";
      }
    }
    return String.join(" ", cells);
  }
}
