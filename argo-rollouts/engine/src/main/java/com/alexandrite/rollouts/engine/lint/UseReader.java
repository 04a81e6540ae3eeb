package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.template.Joined;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import com.alexandrite.rollouts.engine.template.TemplateReferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins templates as each analysis asks for them, with all arguments filled in, and notes what
 * keeps a run from being made.
 */
final class UseReader {

  private final Project project;
  private final Findings findings;
  private final List<Use> uses = new ArrayList<>();
  private final Set<AnalysisTemplate> reached = new HashSet<>();

  private UseReader(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  static List<Use> read(Project project, Findings findings) {
    UseReader reader = new UseReader(project, findings);
    project.rollouts().forEach(reader::rollout);
    project.templates().stream()
        .filter(it -> !reader.reached.contains(it.template()))
        .forEach(reader::alone);
    return reader.uses;
  }

  private void rollout(LintedRollout rollout) {
    for (Asked asked : Asked.by(rollout, known(rollout.document()))) {
      read(rollout.document(), rollout, asked);
    }
  }

  /** A template that no Rollout here uses: what it does not say itself is not known. */
  private void alone(LintedTemplate template) {
    AnalysisTemplate it = template.template();
    RolloutAnalysis itself =
        new RolloutAnalysis(
            List.of(new TemplateRef(it.name(), it.clusterScope())),
            it.args().stream()
                .filter(argument -> argument.value() == null)
                .map(argument -> Argument.of(argument.name(), Use.UNKNOWN))
                .toList(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of());
    read(template.document(), null, new Asked("spec", Kind.ALONE, 0, itself));
  }

  private void read(ManifestDocument document, @Nullable LintedRollout rollout, Asked asked) {
    TemplateReferences.Found found =
        TemplateReferences.find(asked.analysis().templates(), known(document));
    Refused missing = found.refused();
    if (missing != null) {
      notFound(document, asked, missing);
      return;
    }
    reached.addAll(found.templates());
    if (rollout != null) {
      new ArgumentRules(document, findings).check(asked, found.templates());
    }
    List<Argument> values = ArgumentRules.values(asked.analysis().args(), document);
    switch (Joined.of(found.templates(), asked.analysis(), values)) {
      case Refused refused -> refused(document, asked, refused);
      case Joined.Run run -> {
        var metrics = new MetricRules(project, document, asked, findings);
        uses.add(
            new Use(
                document,
                asked.path(),
                asked.kind(),
                rollout,
                asked.step(),
                metrics.read(found.templates(), run),
                metrics.dryRun(run)));
      }
    }
  }

  private List<AnalysisTemplate> known(ManifestDocument document) {
    return project.nearestTo(document.file()).stream().map(LintedTemplate::template).toList();
  }

  private void notFound(ManifestDocument document, Asked asked, Refused missing) {
    boolean circle = missing.reason() == Reason.TEMPLATES_IN_A_CIRCLE;
    findings.add(
        document,
        asked.path() + ".templates",
        circle ? LintRule.INVALID_ANALYSIS : LintRule.TEMPLATE_NOT_FOUND,
        circle
            ? "The template " + missing.subject() + " includes itself."
            : "No template " + missing.subject() + " is among these files.",
        circle ? "Break the circle." : "Correct the name, or give its file too.");
  }

  private void refused(ManifestDocument document, Asked asked, Refused refused) {
    if (refused.reason() == Reason.ARGUMENT_NOT_RESOLVED) {
      findings.add(
          document,
          asked.path(),
          LintRule.MISSING_ARGUMENT,
          "Nobody gives the argument " + refused.subject() + " a value.",
          "Give it in args here, or a default in the template.");
    } else {
      findings.add(
          document,
          asked.path(),
          LintRule.INVALID_ANALYSIS,
          "The templates can't be joined: " + refused.message() + ".",
          "Rename one, or give the same value.");
    }
  }
}
