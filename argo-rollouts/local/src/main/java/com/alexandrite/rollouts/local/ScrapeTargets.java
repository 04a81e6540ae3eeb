package com.alexandrite.rollouts.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Prometheus which pods there are: one file for each rollout, read by {@code
 * file_sd_configs}. A pod is listed from its start, as Prometheus takes some seconds to begin with
 * a new target.
 */
public final class ScrapeTargets {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Map<String, String> written = new TreeMap<>();

  /** Writes into this folder, which is made if absent. */
  public ScrapeTargets(Path folder) {
    this.folder = folder;
  }

  /** Replaces the list of a rollout's pods, if it has changed. */
  public void write(String rollout, List<Pod> pods) {
    String json = JSON.writeValueAsString(pods.stream().map(ScrapeTargets::group).toList());
    if (json.equals(written.get(rollout))) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path fresh = folder.resolve(rollout + ".json.new");
      Files.writeString(fresh, json);
      Files.move(
          fresh,
          folder.resolve(rollout + ".json"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      written.put(rollout, json);
    } catch (IOException e) {
      throw new UncheckedIOException("can not write the scrape targets of " + rollout, e);
    }
  }

  private static Map<String, Object> group(Pod pod) {
    Map<String, String> labels =
        new TreeMap<>(
            Map.of(
                "service", pod.rollout(),
                "instance", pod.name(),
                "rollouts_pod_template_hash", pod.hash()));
    if (!pod.version().isEmpty()) {
      labels.put("version", pod.version());
    }
    return new TreeMap<>(
        Map.of("targets", List.of(Pod.ADDRESS + ":" + pod.managementPort()), "labels", labels));
  }
}
