package com.alexandrite.rollouts.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of recorded decisions, a row on each line, plain or gzipped.
 *
 * @param name as reported: the path below the folder, without {@code .gz}
 */
public record VectorFile(String name, Path path) {

  /** The field of a row that could not be read: why. */
  static final String UNREADABLE = "unreadable";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PLAIN = ".jsonl";
  private static final String GZIPPED = ".jsonl.gz";

  /** All files below a folder, by name; none if there is no such folder. */
  public static List<VectorFile> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(PLAIN) || file.toString().endsWith(GZIPPED))
          .filter(Files::isRegularFile)
          .map(file -> new VectorFile(name(folder.relativize(file)), file))
          .sorted((left, right) -> left.name.compareTo(right.name))
          .toList();
    }
  }

  private static String name(Path file) {
    String name = file.toString();
    return name.endsWith(GZIPPED) ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /** All rows; a line that is no row becomes one that says so. */
  public List<Map<String, Object>> rows() throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = open()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          rows.add(row(line, number));
        }
      }
    }
    return rows;
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  private static Map<String, Object> row(String line, int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", "line " + number);
    try {
      Map<String, Object> read = JSON.readValue(line, Map.class);
      if (read == null) {
        row.put(UNREADABLE, "null");
      } else {
        row.putAll(read);
      }
    } catch (JacksonException e) {
      row.put(UNREADABLE, String.valueOf(e.getOriginalMessage()));
    }
    return row;
  }
}
