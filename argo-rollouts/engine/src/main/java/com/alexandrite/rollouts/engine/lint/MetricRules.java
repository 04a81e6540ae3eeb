package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.template.Joined;
import com.alexandrite.rollouts.engine.template.MetricReader;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.TemplateDecisions;
import com.alexandrite.rollouts.engine.template.TemplateDecisions.Decision;
import com.alexandrite.rollouts.engine.template.TemplateDecisions.Impossible;
import com.alexandrite.rollouts.engine.template.TemplateDecisions.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills in the metrics of a run, and notes what would end it as an error. */
final class MetricRules {

  private static final Pattern PLACE = Pattern.compile("metrics\\[(\\d+)](.*)");

  private final Project project;
  private final ManifestDocument document;
  private final Asked asked;
  private final Findings findings;
  private final List<LintedMetric> read = new ArrayList<>();

  MetricRules(Project project, ManifestDocument document, Asked asked, Findings findings) {
    this.project = project;
    this.document = document;
    this.asked = asked;
    this.findings = findings;
  }

  List<LintedMetric> read(List<AnalysisTemplate> templates, Joined.Run run) {
    List<Argument> args = run.args().stream().map(MetricRules::known).toList();
    for (AnalysisTemplate template : templates) {
      LintedTemplate at = project.of(template, document.file());
      for (int i = 0; i < template.metrics().size(); i++) {
        metric(at.document(), "spec.metrics[" + i + "]", template.metrics().get(i), args);
      }
    }
    if (asked.kind() != Kind.ALONE) {
      valid();
      names(run);
    }
    return read;
  }

  private static Argument known(Argument argument) {
    return argument.value() == null ? Argument.of(argument.name(), Use.UNKNOWN) : argument;
  }

  private void metric(
      ManifestDocument at, String path, Map<String, Object> tree, List<Argument> args) {
    switch (TemplateDecisions.fillIn(tree, args)) {
      case Made<MetricReader.Read>(MetricReader.Read metric) -> {
        read.add(new LintedMetric(at, path, metric.metric()));
        metric.problems().stream()
            .filter(problem -> ProjectReader.isUnknown(problem.message()))
            .forEach(it -> ProjectReader.unknown(findings, at, path + "." + it.path()));
      }
      case Impossible<MetricReader.Read>(Refused why) ->
          findings.add(
              at,
              path,
              LintRule.MISSING_ARGUMENT,
              "The metric can't be filled in: " + why.message() + ".",
              "Declare the argument in args of the template.");
    }
  }

  private void valid() {
    if (TemplateDecisions.check(specs()) instanceof Impossible<Boolean>(Refused why)) {
      Matcher place = PLACE.matcher(why.subject());
      boolean placed = place.matches();
      LintedMetric metric = placed ? read.get(Integer.parseInt(place.group(1))) : null;
      findings.add(
          metric == null ? document : metric.document(),
          metric == null ? asked.path() : metric.path() + place.group(2),
          LintRule.INVALID_ANALYSIS,
          "Every run is an error: " + why.message() + ".",
          "Correct it.");
    }
  }

  private void names(Joined.Run run) {
    Stream.<Decision<?>>of(
            TemplateDecisions.dryRun(run.dryRun(), specs()),
            TemplateDecisions.retention(run.measurementRetention(), specs()))
        .forEach(decision -> {
          if (decision instanceof Impossible<?>(Refused why)) {
            findings.add(
                document,
                asked.path(),
                LintRule.INVALID_ANALYSIS,
                "Every run is an error: " + why.message() + ".",
                "Name a metric of these templates; .* means all.");
          }
        });
  }

  /** The metrics that do not decide. */
  Set<String> dryRun(Joined.Run run) {
    return TemplateDecisions.dryRun(run.dryRun(), specs())
            instanceof Made<Set<String>>(Set<String> names)
        ? names
        : Set.of();
  }

  private List<MetricSpec> specs() {
    return read.stream().map(LintedMetric::spec).toList();
  }
}
