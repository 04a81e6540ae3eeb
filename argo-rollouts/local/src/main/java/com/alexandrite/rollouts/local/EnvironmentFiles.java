package com.alexandrite.rollouts.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a ConfigMap and a Secret are on one machine: {@code <name>.env} with a line {@code
 * KEY=VALUE} for each entry.
 */
public final class EnvironmentFiles {
  private final Path folder;

  /** Those in this folder. */
  public EnvironmentFiles(Path folder) {
    this.folder = folder;
  }

  /** The variables of a ConfigMap or Secret. */
  public Map<String, String> read(String name) {
    Path file = folder.resolve(name + ".env");
    Map<String, String> variables = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          variables.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not read the configuration " + file, e);
    }
    return variables;
  }
}
