package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.RolloutSpec.AnalysisHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forgets old analysis runs. */
final class RunHistory {

  private final Pass pass;

  RunHistory(Pass pass) {
    this.pass = pass;
  }

  /** Keeps of the ended runs the youngest of each outcome, and none whose revision is gone. */
  void forgetBeyondLimit(
      List<AnalysisRun> ended, @Nullable AnalysisRun step, @Nullable AnalysisRun background) {
    AnalysisHistory limits = pass.spec().analysisHistory();
    Set<String> forgotten = new HashSet<>();
    int successful = 0;
    int unsuccessful = 0;
    for (AnalysisRun run : ended.reversed()) {
      if (run.equals(step) || run.equals(background)) {
        continue;
      }
      boolean kept = pass.state.replicaSet(run.podHash()).isPresent();
      if (kept && run.phase() == AnalysisPhase.SUCCESSFUL) {
        kept = ++successful <= limits.successfulRunHistoryLimit();
      } else if (kept && run.phase().completed()) {
        kept = ++unsuccessful <= limits.unsuccessfulRunHistoryLimit();
      }
      if (!kept) {
        forgotten.add(run.name());
      }
    }
    if (!forgotten.isEmpty()) {
      pass.state =
          pass.state.withAnalysisRuns(
              pass.state.analysisRuns().stream()
                  .filter(run -> !forgotten.contains(run.name()))
                  .toList());
    }
  }
}
