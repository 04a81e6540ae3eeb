package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the rules find; the same at the same place is said once. */
final class Findings {

  private record Key(String file, int line, LintRule rule, String problem) {}

  private final Map<Key, Finding> found = new LinkedHashMap<>();

  void add(ManifestDocument at, String path, LintRule rule, String problem, String advice) {
    add(new Finding(at.file(), at.line(path), rule, path, problem, advice));
  }

  void add(Finding finding) {
    found.putIfAbsent(
        new Key(finding.file(), finding.line(), finding.rule(), finding.problem()), finding);
  }

  /** By file and line. */
  List<Finding> sorted() {
    return found.values().stream()
        .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
        .toList();
  }
}
