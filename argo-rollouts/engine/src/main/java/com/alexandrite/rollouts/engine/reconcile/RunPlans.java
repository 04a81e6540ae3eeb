package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.template.RunPlan;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** What runs are to do: a run's plan is the same as long as it goes on. */
final class RunPlans {

  private final Recent recent = new Recent();

  /** The plan of a run that was asked for as this one is. */
  private record Known(AnalysisRun run, RunPlan plan) {

    @SuppressWarnings("ReferenceEquality") // Other lists mean another run, or one read anew.
    boolean holdsFor(AnalysisRun other) {
      return run.metrics() == other.metrics()
          && run.args() == other.args()
          && run.dryRun() == other.dryRun()
          && run.measurementRetention() == other.measurementRetention();
    }
  }

  /** The latest ones; more than this go on at a time only on very large platforms. */
  private static final class Recent extends LinkedHashMap<String, Known> {
    @Serial private static final long serialVersionUID = 1;
    private static final int MOST = 100;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST;
    }
  }

  RunPlan of(AnalysisRun run) {
    Known known = recent.get(run.name());
    if (known != null && known.holdsFor(run)) {
      return known.plan();
    }
    RunPlan plan = RunPlan.of(run.metrics(), run.args(), run.dryRun(), run.measurementRetention());
    recent.put(run.name(), new Known(run, plan));
    return plan;
  }
}
