package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;

/** A template and where it stands. */
record LintedTemplate(ManifestDocument document, AnalysisTemplate template) {

  String name() {
    return template.name();
  }
}
