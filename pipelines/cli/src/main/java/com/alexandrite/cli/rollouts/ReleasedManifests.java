package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.backtest.ChangedManifests;
import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The manifests of this checkout, by which everything is released that nobody changes. */
final class ReleasedManifests {

  /** Templates that all rollouts share. */
  private static final String SHARED = "analysis";

  private ReleasedManifests() {}

  /** Those that a change concerns, with the change, by the Rollout's name. */
  static Map<String, ManifestSet> changedBy(ChangedManifests changed) throws IOException {
    Path folder = Installation.current().checkout().resolve("argo-rollouts/manifests");
    Map<String, ManifestSet> concerned = new LinkedHashMap<>();
    for (Path service : services(folder)) {
      ManifestSet now = changed.over(read(service, folder.resolve(SHARED)));
      if (now != null) {
        concerned.put(now.rollout().name(), now);
      }
    }
    if (concerned.isEmpty()) {
      throw new CommandFailed(
          "Nothing that is released here is changed by these files.",
          "keep the names of the Rollouts and templates in " + folder);
    }
    return concerned;
  }

  private static List<Path> services(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(it -> Files.exists(it.resolve("rollout.yaml"))).sorted().toList();
    }
  }

  private static ManifestSet read(Path service, Path shared) throws IOException {
    List<ManifestFile> files = new ArrayList<>(ManifestPaths.read(List.of(service)));
    files.addAll(ManifestPaths.read(List.of(shared)));
    return switch (Manifests.read(files, Capabilities.LOCAL)) {
      case Reading.Accepted(ManifestSet manifests) -> manifests;
      case Reading.Refused(List<Refusal> refusals) ->
          throw new CommandFailed(
              refusals.getFirst().toString(), "./alexandrite rollouts lint says more");
    };
  }
}
