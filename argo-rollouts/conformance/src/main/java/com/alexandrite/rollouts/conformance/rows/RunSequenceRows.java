package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler.Outcome;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.MetricTask;
import com.alexandrite.rollouts.engine.analysis.TakenMeasurement;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RunPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole run on virtual time. */
final class RunSequenceRows {

  static final Map<String, Decision> DECISIONS =
      Map.of("runSequence", (in, want) -> new RunSequenceRows(in).run());

  private final Map<String, ? extends @Nullable Object> in;
  private final Map<String, Integer> taken = new LinkedHashMap<>();
  private final List<Object> measurements = new ArrayList<>();
  private final List<Object> phases = new ArrayList<>();
  private AnalysisRunState run = AnalysisRunState.NEW;
  private Instant now = Instant.EPOCH;

  RunSequenceRows(Map<String, ? extends @Nullable Object> in) {
    this.in = in;
  }

  Map<String, @Nullable Object> run() {
    switch (plan()) {
      case Refused refused -> become(run.refused(refused.message()));
      case RunPlan.Ready ready -> drive(ready.spec());
    }
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("measurements", measurements);
    actual.put("runPhases", phases);
    actual.put("phase", run.phase().text());
    actual.put("message", MessageClass.ofRun(run.message()));
    actual.put("metricResults", results());
    Instant completed = run.completedAt();
    actual.put("completedAt", completed == null ? null : MetricTrees.seconds(completed));
    return actual;
  }

  private RunPlan plan() {
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (Map<String, @Nullable Object> tree : Tree.maps(in, "metrics")) {
      Map<String, Object> complete = new LinkedHashMap<>();
      tree.forEach((key, value) -> complete.put(key, String.valueOf(value)));
      complete.put("provider", Map.of("prometheus", Map.of("query", "up")));
      metrics.add(complete);
    }
    return RunPlan.of(
        metrics,
        List.of(),
        Tree.texts(in, "dryRun").stream().map(DryRun::new).toList(),
        Tree.maps(in, "measurementRetention").stream()
            .map(rule ->
                new MeasurementRetention(Tree.text(rule, "metricName"), Tree.number(rule, "limit")))
            .toList());
  }

  private void drive(AnalysisRunSpec spec) {
    Instant horizon = seconds("horizonSeconds", Instant.MAX);
    Instant terminate = seconds("terminateAtSeconds", Instant.MAX);
    Instant next = now;
    while (next != null && !next.isAfter(horizon) && !run.phase().completed()) {
      now = next;
      if (!now.isBefore(terminate)) {
        run = run.terminating();
      }
      Instant wanted = settle(spec);
      Instant following = wanted == null ? null : wanted.plusMillis(1);
      boolean terminatesFirst = !run.terminate() && terminate.isAfter(now);
      next = following;
      if (terminatesFirst
          && !terminate.equals(Instant.MAX)
          && (following == null || terminate.isBefore(following))) {
        next = terminate;
      }
    }
  }

  /** Reconciles at one instant until nothing changes any more. */
  private @Nullable Instant settle(AnalysisRunSpec spec) {
    while (true) {
      AnalysisRunState before = run;
      List<TakenMeasurement> made =
          AnalysisRunReconciler.due(spec, run, now).stream().map(this::measure).toList();
      Outcome outcome = AnalysisRunReconciler.reconcile(spec, run, made, now);
      become(outcome.run());
      if (run.equals(before)) {
        return outcome.next();
      }
    }
  }

  private TakenMeasurement measure(MetricTask task) {
    String name = task.metric().name();
    String script = Tree.text(Tree.map(in, "measurementPhases"), name);
    int number = taken.merge(name, 1, Integer::sum) - 1;
    AnalysisPhase phase = phase(script.charAt(Math.min(number, script.length() - 1)));
    measurements.add(Map.of("at", MetricTrees.seconds(now), "metric", name, "phase", phase.text()));
    return TakenMeasurement.of(task, Measurement.finished(phase, "", "", now, now));
  }

  private static AnalysisPhase phase(char letter) {
    return switch (letter) {
      case 'S' -> AnalysisPhase.SUCCESSFUL;
      case 'F' -> AnalysisPhase.FAILED;
      case 'I' -> AnalysisPhase.INCONCLUSIVE;
      default -> AnalysisPhase.ERROR;
    };
  }

  private void become(AnalysisRunState next) {
    if (next.phase() != run.phase()) {
      phases.add(Map.of("at", MetricTrees.seconds(now), "phase", next.phase().text()));
    }
    run = next;
  }

  private List<Object> results() {
    return run.metricResults().stream()
        .sorted(Comparator.comparing(MetricResult::name))
        .<Object>map(RunSequenceRows::tree)
        .toList();
  }

  private static Map<String, @Nullable Object> tree(MetricResult result) {
    Map<String, @Nullable Object> tree = MetricTrees.tree(result.counters());
    tree.put("name", result.name());
    tree.put("phase", result.phase().text());
    tree.put("retainedMeasurements", result.measurements().size());
    if (result.dryRun()) {
      tree.put("dryRun", true);
    }
    return tree;
  }

  private Instant seconds(String name, Instant otherwise) {
    Instant time = MetricTrees.time(in.get(name));
    return time == null ? otherwise : time;
  }
}
