package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One document as plain data, and where each field of it stands.
 *
 * @param lines counted from 1, by path
 */
public record ManifestDocument(String file, Map<String, Object> data, Map<String, Integer> lines) {

  /**
   * What was read.
   *
   * @param refusals what is no YAML, or no map
   */
  public record Documents(List<ManifestDocument> documents, List<Refusal> refusals) {

    public Documents {
      documents = List.copyOf(documents);
      refusals = List.copyOf(refusals);
    }
  }

  /** All documents of these files, whatever they say. */
  public static Documents read(List<ManifestFile> files) {
    List<Refusal> refusals = new ArrayList<>();
    List<ManifestDocument> documents = new ArrayList<>();
    files.forEach(file -> documents.addAll(new YamlReader(file, refusals).documents()));
    return new Documents(documents, refusals);
  }

  /** What it says it is; empty if it does not. */
  public String kind() {
    return Data.text(data.get("kind"));
  }

  /** Its name; empty if it has none. */
  public String name() {
    return Data.text(Data.map(data.get("metadata")).get("name"));
  }

  /** The line of a field, or of the nearest field around it. */
  public int line(String path) {
    String nearest = path;
    while (!nearest.isEmpty()) {
      Integer line = lines.get(nearest);
      if (line != null) {
        return line;
      }
      int end = Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['));
      nearest = nearest.substring(0, Math.max(0, end));
    }
    return lines.getOrDefault("", 0);
  }
}
