package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument.Documents;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.util.List;
import java.util.OptionalDouble;

/** Reads manifests and applies every rule to them. */
public final class Lint {

  private Lint() {}

  /**
   * Looks at all Rollouts and AnalysisTemplates in these files; everything else in them is left
   * alone. Templates are looked for among the same files.
   *
   * @param requestsPerSecond how many both versions get together; empty if nobody says: then no
   *     weight is too small
   */
  public static LintReport check(List<ManifestFile> files, OptionalDouble requestsPerSecond) {
    Findings findings = new Findings();
    Documents read = ManifestDocument.read(files);
    read.refusals()
        .forEach(it ->
            findings.add(
                new Finding(
                    it.file(),
                    it.line(),
                    LintRule.INVALID_YAML,
                    it.path(),
                    "The document " + it.problem().replaceFirst("\\.$", "") + ".",
                    it.advice() + ".")));
    Project project = ProjectReader.read(read.documents(), findings);
    List<Use> uses = UseReader.read(project, findings);
    ReferenceRules.check(project, uses, findings);
    uses.forEach(use -> {
      ConditionRules.check(use, findings);
      QueryRules.check(use, findings);
      LimitRules.check(use, findings);
    });
    for (LintedRollout rollout : project.rollouts()) {
      List<Use> own = uses.stream().filter(use -> rollout.equals(use.rollout())).toList();
      SafetyRules.check(rollout, own, findings);
      WeightRules.check(rollout, findings);
      TimingRules.check(rollout, own, findings);
      requestsPerSecond.ifPresent(rate -> TrafficRules.check(rollout, own, rate, findings));
    }
    return Waivers.of(files).apply(findings.sorted(), project, uses);
  }
}
