package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Argument.ValueFrom;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RolloutArguments;
import java.util.List;
import java.util.Set;

/** The arguments that a Rollout gives. */
final class ArgumentRules {

  private static final Set<String> HASHES = Set.of("Latest", "Stable");

  private final ManifestDocument document;
  private final Findings findings;

  ArgumentRules(ManifestDocument document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  /** Notes arguments that are always empty, and those that no template reads. */
  void check(Asked asked, List<AnalysisTemplate> templates) {
    List<Argument> args = asked.analysis().args();
    for (int i = 0; i < args.size(); i++) {
      String path = asked.path() + ".args[" + i + "]";
      hash(args.get(i), path);
      empty(args.get(i), path);
      if (asked.kind() != Use.Kind.BAKE) {
        read(args.get(i), path, templates);
      }
    }
  }

  /** A query with an empty hash silently finds nothing. */
  private void hash(Argument argument, String path) {
    ValueFrom from = argument.valueFrom();
    String hash = from == null ? null : from.podTemplateHashValue();
    if (hash != null && !HASHES.contains(hash)) {
      findings.add(
          document,
          path + ".valueFrom.podTemplateHashValue",
          LintRule.MISSING_ARGUMENT,
          "The argument " + argument.name() + " is always empty: there is no hash " + hash + ".",
          "Write Latest or Stable.");
    }
  }

  private void empty(Argument argument, String path) {
    if (argument.value() == null && argument.valueFrom() == null) {
      findings.add(
          document,
          path,
          LintRule.MISSING_ARGUMENT,
          "The argument %s is always empty: it has neither value nor valueFrom, and hides the one"
                  .formatted(argument.name())
              + " of the template.",
          "Give it a value, or remove it here.");
    }
  }

  private void read(Argument argument, String path, List<AnalysisTemplate> templates) {
    boolean declared =
        templates.stream()
            .flatMap(template -> template.args().stream())
            .anyMatch(it -> it.name().equals(argument.name()));
    if (!declared) {
      findings.add(
          document,
          path,
          LintRule.UNUSED_ARGUMENT,
          "No template here declares the argument " + argument.name() + ": it is silently dropped.",
          "Correct the name, declare it in args of the template, or remove it.");
    }
  }

  /** The values that they will have, with words in the place of what is not known yet. */
  static List<Argument> values(List<Argument> args, ManifestDocument document) {
    return args.stream().map(argument -> value(argument, document)).toList();
  }

  private static Argument value(Argument argument, ManifestDocument document) {
    return switch (RolloutArguments.of(List.of(argument), Use.LATEST, Use.STABLE, document::data)) {
      case RolloutArguments.Values(List<Argument> values) -> values.getFirst();
      case Refused _ -> Argument.of(argument.name(), Use.UNKNOWN);
    };
  }
}
