package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.template.MetricReader;

/** Checks that every metric of a template is understood. */
final class TemplateRules {

  private TemplateRules() {}

  static void check(AnalysisTemplate template, Fields.Problems problems) {
    for (int i = 0; i < template.metrics().size(); i++) {
      String path = "spec.metrics[" + i + "]";
      MetricReader.read(template.metrics().get(i))
          .problems()
          .forEach(problem ->
              problems.add(path + "." + problem.path(), problem.message(), "Correct or remove it"));
    }
  }
}
