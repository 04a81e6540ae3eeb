package com.alexandrite.cli.platform;

import com.alexandrite.environment.local.Folders;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes what the platform kept; not the command line itself, which runs from the same folder. */
record Erasing(Home home) {

  private static final Set<String> KEPT = Set.of("cli", "tools");

  void erase() throws IOException {
    LocalServers.deleteOutside(home);
    List<Path> contents;
    try (Stream<Path> files = Files.list(home.path())) {
      contents = files.filter(file -> !KEPT.contains(file.getFileName().toString())).toList();
    }
    for (Path content : contents) {
      Folders.delete(content);
    }
  }
}
