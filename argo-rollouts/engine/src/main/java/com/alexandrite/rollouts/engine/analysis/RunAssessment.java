package com.alexandrite.rollouts.engine.analysis;

import org.jspecify.annotations.Nullable;

/**
 * The phase of a whole run, from the phases of its metrics.
 *
 * <p>One object assesses one run once, metric by metric in the order of the specification.
 */
final class RunAssessment {

  private final AnalysisRunSpec spec;
  private final boolean terminating;
  private AnalysisRunState run;
  private RunSummary summary = RunSummary.NONE;
  private RunSummary dryRunSummary = RunSummary.NONE;
  private boolean everythingCompleted = true;
  private @Nullable AnalysisPhase worst;
  private String message;

  private RunAssessment(AnalysisRunSpec spec, AnalysisRunState run) {
    this.spec = spec;
    this.run = run;
    this.terminating = run.isTerminating();
    this.message = run.terminate() ? "Run Terminated" : "";
  }

  /** The verdict; the state's own phase and times are the caller's to change. */
  record Verdict(
      AnalysisPhase phase,
      String message,
      AnalysisRunState run,
      RunSummary summary,
      RunSummary dryRunSummary) {}

  static Verdict assess(AnalysisRunSpec spec, AnalysisRunState run) {
    RunAssessment assessment = new RunAssessment(spec, run);
    spec.metrics().forEach(assessment::assess);
    return assessment.verdict();
  }

  private void assess(MetricSpec metric) {
    boolean dryRun = spec.dryRun().contains(metric.name());
    if (dryRun) {
      dryRunSummary = dryRunSummary.withMetric();
    } else {
      summary = summary.withMetric();
    }
    MetricResult known = run.result(metric.name());
    if (known == null) {
      everythingCompleted = false;
      return;
    }
    MetricResult result = assessed(metric, known);
    if (!result.phase().completed()) {
      everythingCompleted = false;
    } else if (dryRun) {
      completedDryRun(metric, result);
    } else {
      completed(metric, result);
    }
  }

  private MetricResult assessed(MetricSpec metric, MetricResult known) {
    AnalysisPhase phase = MetricAssessment.assess(metric, known, terminating);
    if (phase == known.phase()) {
      return known;
    }
    MetricResult result = known.assessed(phase);
    run = run.with(result);
    return result;
  }

  private void completed(MetricSpec metric, MetricResult result) {
    LimitExceeded exceeded = LimitExceeded.of(metric.limits(), result.counters());
    if (worst == null || result.phase().worseThan(worst)) {
      worst = result.phase();
      if (exceeded != null) {
        message = reason(metric, result, exceeded);
      }
    }
    summary = summary.withOutcome(outcome(exceeded));
  }

  private void completedDryRun(MetricSpec metric, MetricResult result) {
    LimitExceeded exceeded = LimitExceeded.of(metric.limits(), result.counters());
    if (worst == null) {
      worst = AnalysisPhase.SUCCESSFUL;
    }
    if (exceeded != null) {
      String text = "Metric assessed " + result.phase().text() + " due to " + exceeded.text();
      run = run.with(result.withMessage(text));
    }
    dryRunSummary = dryRunSummary.withOutcome(outcome(exceeded));
  }

  private static AnalysisPhase outcome(@Nullable LimitExceeded exceeded) {
    return exceeded == null ? AnalysisPhase.SUCCESSFUL : exceeded.phase();
  }

  private static String reason(MetricSpec metric, MetricResult result, LimitExceeded exceeded) {
    String text =
        "Metric \"%s\" assessed %s due to %s"
            .formatted(metric.name(), result.phase().text(), exceeded.text());
    return result.message().isEmpty()
        ? text
        : text + ": \"Error Message: " + result.message() + "\"";
  }

  private Verdict verdict() {
    if (terminating) {
      return verdict(worst == null ? AnalysisPhase.SUCCESSFUL : worst, message.strip());
    }
    return everythingCompleted && worst != null
        ? verdict(worst, message.strip())
        : verdict(AnalysisPhase.RUNNING, "");
  }

  private Verdict verdict(AnalysisPhase phase, String why) {
    return new Verdict(phase, why, run, summary, dryRunSummary);
  }
}
