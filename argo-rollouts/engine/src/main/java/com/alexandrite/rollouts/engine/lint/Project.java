package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is looked at together. */
record Project(List<LintedRollout> rollouts, List<LintedTemplate> templates) {

  Project {
    rollouts = List.copyOf(rollouts);
    templates = List.copyOf(templates);
  }

  /** The templates, nearest to a file first: names may repeat in folders for other namespaces. */
  List<LintedTemplate> nearestTo(String file) {
    return templates.stream()
        .sorted(Comparator.comparingInt((LintedTemplate it) -> -common(it.document().file(), file)))
        .toList();
  }

  /** Where the template that was found among {@link #nearestTo} stands. */
  LintedTemplate of(AnalysisTemplate template, String file) {
    return nearestTo(file).stream()
        .filter(it -> it.template().name().equals(template.name()))
        .filter(it -> it.template().clusterScope() == template.clusterScope())
        .findFirst()
        .orElseThrow();
  }

  private static int common(String left, String right) {
    int length = 0;
    while (length < Math.min(left.length(), right.length())
        && left.charAt(length) == right.charAt(length)) {
      length++;
    }
    return length;
  }

  /** The template that a line stands in; empty for a Rollout's. */
  Optional<ManifestDocument> templateAt(String file, int line) {
    return Stream.concat(
            rollouts.stream().map(LintedRollout::document),
            templates.stream().map(LintedTemplate::document))
        .filter(it -> it.file().equals(file) && it.line("") <= line)
        .max(Comparator.comparingInt(it -> it.line("")))
        .filter(it -> templates.stream().anyMatch(template -> template.document().equals(it)));
  }
}
