package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.validation.RolloutValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads Rollouts and templates, and notes what no controller accepts. What only this engine does
 * not execute is none of a lint's business.
 */
final class ProjectReader {

  private static final String UNKNOWN = "is not a known field";

  private static final Capabilities ALL =
      new Capabilities(Set.of(TrafficRouting.GATEWAY_API), true, true, true, true);

  private final Findings findings;
  private final RolloutReader reader = new RolloutReader(ALL);
  private final List<LintedRollout> rollouts = new ArrayList<>();
  private final List<LintedTemplate> templates = new ArrayList<>();

  private ProjectReader(Findings findings) {
    this.findings = findings;
  }

  static Project read(List<ManifestDocument> documents, Findings findings) {
    ProjectReader reader = new ProjectReader(findings);
    documents.forEach(reader::document);
    return new Project(reader.rollouts, reader.templates);
  }

  private void document(ManifestDocument document) {
    switch (document.kind()) {
      case "Rollout" -> {
        rollouts.add(new LintedRollout(document, reader.read(document.data(), sink(document))));
        RolloutValidation.check(document.data())
            .forEach(it ->
                findings.add(
                    document,
                    it.path(),
                    LintRule.INVALID_ROLLOUT,
                    it.path() + " " + it.problem() + ".",
                    it.advice() + "."));
      }
      case "AnalysisTemplate", "ClusterAnalysisTemplate" ->
          templates.add(
              new LintedTemplate(document, reader.readTemplate(document.data(), sink(document))));
      default -> {
        // Services, routes, configuration: others look after them.
      }
    }
  }

  private RolloutReader.Sink sink(ManifestDocument document) {
    return (path, problem, advice) -> {
      if (problem.equals(UNKNOWN)) {
        unknown(findings, document, path);
      }
    };
  }

  /** Notes a field that nobody knows. */
  static void unknown(Findings findings, ManifestDocument document, String path) {
    findings.add(
        document,
        path,
        LintRule.UNKNOWN_FIELD,
        path + " is not a known field.",
        "Check the spelling and the indentation.");
  }

  /** Whether a reader's problem is that it does not know the field. */
  static boolean isUnknown(String problem) {
    return problem.equals(UNKNOWN);
  }
}
