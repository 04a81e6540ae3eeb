package com.alexandrite.pricing.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference models beside the checkout, when they are there. */
final class SharedModels {

  private SharedModels() {}

  static Optional<Path> folder() {
    String given = System.getProperty("alexandrite.shared");
    if (given != null) {
      return Optional.of(Path.of(given, "models")).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path models = at.resolve("shared/models");
      if (Files.isRegularFile(models.resolve("expected.json"))) {
        return Optional.of(models);
      }
    }
    return Optional.empty();
  }

  /** The expected figures of every STL; empty when the folder is absent. */
  static List<JsonNode> stlRecords() {
    return folder().map(SharedModels::records).orElse(List.of()).stream()
        .filter(node -> node.path("format").asString().equals("stl"))
        .toList();
  }

  private static List<JsonNode> records(Path folder) {
    try {
      JsonNode files =
          JsonMapper.shared()
              .readTree(Files.readString(folder.resolve("expected.json")))
              .path("files");
      return StreamSupport.stream(files.spliterator(), false).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
