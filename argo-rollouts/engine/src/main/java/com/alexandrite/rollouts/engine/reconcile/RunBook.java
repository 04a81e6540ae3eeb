package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Creation;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, ends and tells of the analysis runs of a rollout, whatever strategy asks for them. */
final class RunBook {

  private final Pass pass;
  private final AnalysisRunFactory factory;
  private boolean refused;

  RunBook(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.factory = factory;
  }

  /** Whether a run could not be made. */
  boolean refused() {
    return refused;
  }

  /** All of the rollout's own runs but the current two. */
  List<AnalysisRun> without(@Nullable AnalysisRun one, @Nullable AnalysisRun other) {
    return pass.state.analysisRuns().stream()
        .filter(run -> run.kind() != Kind.EXPERIMENT)
        .filter(run -> !PostPromotionGuard.watches(pass, run))
        .filter(run -> !same(run, one) && !same(run, other))
        .toList();
  }

  /** Makes a run; null if it is refused. */
  @Nullable AnalysisRun create(RolloutAnalysis analysis, Kind kind, @Nullable Integer stepIndex) {
    Revision desired = pass.desired();
    Revision stable = pass.stable();
    if (desired == null) {
      return null;
    }
    Order order =
        new Order(
            pass.state,
            analysis,
            kind,
            stepIndex,
            desired.set(),
            stable == null ? null : stable.set(),
            pass.storedNow());
    return switch (factory.create(order)) {
      case Creation.Created(AnalysisRun run) -> add(run);
      case Creation.Refused(String why) -> {
        refused = true;
        pass.warn("AnalysisRunError", why);
        yield null;
      }
    };
  }

  /**
   * Adds a run under a free name; a run of that name that still measures the same is taken over.
   */
  private AnalysisRun add(AnalysisRun wanted) {
    AnalysisRun run = wanted;
    for (int collision = 1; ; collision++) {
      AnalysisRun existing = named(run.name());
      if (existing == null) {
        List<AnalysisRun> all = new ArrayList<>(pass.state.analysisRuns());
        all.add(run);
        pass.state = pass.state.withAnalysisRuns(all);
        return run;
      }
      if (!existing.phase().completed() && existing.sameMeasuring(run)) {
        return existing;
      }
      run = wanted.withName(wanted.name() + "." + collision);
    }
  }

  private @Nullable AnalysisRun named(String name) {
    return pass.state.analysisRuns().stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  void cancel(@Nullable AnalysisRun run) {
    if (run != null && !run.terminate() && !run.phase().completed()) {
      pass.state = pass.state.withAnalysisRun(run.withState(run.state().terminating()));
    }
  }

  /** Ends the runs of before unless they are the current ones, and forgets the oldest. */
  void end(List<AnalysisRun> ended, @Nullable AnalysisRun one, @Nullable AnalysisRun other) {
    ended.stream().filter(run -> !same(run, one) && !same(run, other)).forEach(this::cancel);
    new RunHistory(pass).forgetBeyondLimit(ended, one, other);
  }

  static @Nullable AnalysisRunStatus reference(@Nullable AnalysisRun run) {
    return run == null
        ? null
        : new AnalysisRunStatus(run.name(), run.phase(), run.state().message());
  }

  void tellChange(@Nullable AnalysisRunStatus before, @Nullable AnalysisRun run, String kind) {
    if (run == null || run.phase() == AnalysisPhase.NOT_STARTED) {
      return;
    }
    boolean changed =
        before == null || (before.name().equals(run.name()) && before.status() != run.phase());
    if (changed) {
      String text =
          "%s Analysis Run '%s' Status New: '%s' Previous: '%s'"
              .formatted(
                  kind,
                  run.name(),
                  run.phase().text(),
                  before == null ? "NoPreviousStatus" : before.status().text());
      String reason = "AnalysisRun" + run.phase().text();
      if (run.phase() == AnalysisPhase.FAILED || run.phase() == AnalysisPhase.ERROR) {
        pass.warn(reason, text);
      } else {
        pass.tell(reason, text);
      }
    }
  }

  private static boolean same(AnalysisRun run, @Nullable AnalysisRun other) {
    return other != null && run.name().equals(other.name());
  }
}
