package com.alexandrite.cli.backtest;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument.Documents;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.validation.RolloutValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rollouts and templates that take the place of those of the same name. */
public final class ChangedManifests {

  private final RolloutReader reader = new RolloutReader(Capabilities.LOCAL);
  private final Map<String, Rollout> rollouts = new LinkedHashMap<>();
  private final List<AnalysisTemplate> templates = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private ChangedManifests() {}

  /** Reads files; everything in them but Rollouts and templates is left alone. */
  public static ChangedManifests read(List<ManifestFile> files) {
    ChangedManifests changed = new ChangedManifests();
    Documents read = ManifestDocument.read(files);
    read.refusals().stream().map(Refusal::toString).forEach(changed.problems::add);
    read.documents().forEach(changed::document);
    return changed;
  }

  private void document(ManifestDocument document) {
    switch (document.kind()) {
      case "Rollout" -> {
        rollouts.put(document.name(), reader.read(document.data(), sink(document)));
        RolloutValidation.check(document.data())
            .forEach(it -> sink(document).refused(it.path(), it.problem(), it.advice()));
      }
      case "AnalysisTemplate", "ClusterAnalysisTemplate" ->
          templates.add(reader.readTemplate(document.data(), sink(document)));
      default -> {
        // Services and routes decide nothing in a replay.
      }
    }
  }

  private RolloutReader.Sink sink(ManifestDocument document) {
    return (path, problem, advice) ->
        problems.add(
            new Refusal(document.file(), document.line(path), path, problem, advice).toString());
  }

  /** What can't be read, each with file and line. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The manifests of a service with what was changed; null if nothing of it was. */
  public @Nullable ManifestSet over(ManifestSet before) {
    Rollout rollout = rollouts.get(before.rollout().name());
    boolean concerned =
        rollout != null || before.templates().stream().anyMatch(it -> changed(it) != null);
    return concerned
        ? new ManifestSet(
            rollout == null ? before.rollout() : rollout,
            merged(before.templates()),
            before.services(),
            before.routes())
        : null;
  }

  private List<AnalysisTemplate> merged(List<AnalysisTemplate> before) {
    List<AnalysisTemplate> merged = new ArrayList<>(templates);
    before.stream().filter(it -> changed(it) == null).forEach(merged::add);
    return merged;
  }

  private @Nullable AnalysisTemplate changed(AnalysisTemplate template) {
    return templates.stream()
        .filter(it -> it.name().equals(template.name()))
        .filter(it -> it.clusterScope() == template.clusterScope())
        .findFirst()
        .orElse(null);
  }
}
