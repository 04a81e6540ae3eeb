package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import java.util.List;
import java.util.regex.Pattern;

/** What is written, but read by nobody. */
final class ReferenceRules {

  private ReferenceRules() {}

  static void check(Project project, List<Use> uses, Findings findings) {
    project.templates().forEach(template -> arguments(template, findings));
    if (project.rollouts().isEmpty()) {
      return;
    }
    project.templates().stream()
        .filter(it -> !it.template().clusterScope())
        .filter(it ->
            uses.stream()
                .anyMatch(use -> use.kind() == Kind.ALONE && use.document().equals(it.document())))
        .forEach(it ->
            findings.add(
                it.document(),
                "metadata.name",
                LintRule.UNUSED_TEMPLATE,
                "No Rollout among these files uses the template " + it.name() + ".",
                "Remove it, or correct the name where it is meant."));
  }

  private static void arguments(LintedTemplate at, Findings findings) {
    AnalysisTemplate template = at.template();
    if (!template.templates().isEmpty()) {
      return; // Its arguments may be for those that it includes.
    }
    String metrics = String.valueOf(template.metrics());
    for (int i = 0; i < template.args().size(); i++) {
      Argument argument = template.args().get(i);
      String tag = "\\{\\{\\s*args\\." + Pattern.quote(argument.name()) + "\\s*}}";
      if (!Pattern.compile(tag).matcher(metrics).find()) {
        findings.add(
            at.document(),
            "spec.args[" + i + "]",
            LintRule.UNUSED_ARGUMENT,
            "No metric of %s reads the argument %s.".formatted(template.name(), argument.name()),
            "Remove it, or use it as {{args." + argument.name() + "}}.");
      }
    }
  }
}
