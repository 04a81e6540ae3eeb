package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.Map;

/**
 * One document as plain data, and where each field of it stands.
 *
 * @param lines counted from 1, by path
 */
record ManifestDocument(String file, Map<String, Object> data, Map<String, Integer> lines) {

  String kind() {
    return Data.text(data.get("kind"));
  }

  String name() {
    return Data.text(Data.map(data.get("metadata")).get("name"));
  }

  /** The line of a field, or of the nearest field around it. */
  int line(String path) {
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
