package com.alexandrite.console.release;

import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.Cause;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds why a release ended: in the runs, in what people did, and last in the engine's words. */
public final class EndCause {
  private static final String INVALID = "is invalid: ";

  private EndCause() {}

  /** Why the wanted revision does not become stable; null if it is not known. */
  static @Nullable Cause ofBadEnd(RolloutState state, Release release, List<AuditEntry> audit) {
    Optional<Cause> measured = failedRun(state, release).flatMap(RunCause::of);
    return measured
        .or(() -> aborted(release, audit))
        .or(() -> ofStatus(state.rollout().status()))
        .orElse(null);
  }

  /** A retry judges the same revision again: only runs of this release count. */
  private static Optional<AnalysisRun> failedRun(RolloutState state, Release release) {
    Instant since = release.startedAt().truncatedTo(ChronoUnit.SECONDS);
    String told = state.rollout().status().message();
    List<AnalysisRun> failed =
        state.analysisRuns().stream()
            .filter(run -> run.podHash().equals(release.toHash()))
            .filter(run -> !run.createdAt().isBefore(since))
            .filter(
                run -> run.phase() == AnalysisPhase.FAILED || run.phase() == AnalysisPhase.ERROR)
            .toList();
    return failed.stream()
        .filter(run -> told.contains(run.state().message()))
        .findFirst()
        .or(() -> failed.stream().findFirst());
  }

  private static Optional<Cause> aborted(Release release, List<AuditEntry> audit) {
    return audit.stream()
        .filter(entry -> entry.action().equals("abort"))
        .filter(entry -> entry.subject().startsWith(release.rollout() + " "))
        .filter(entry -> !entry.at().isBefore(release.startedAt()))
        .findFirst()
        .map(entry ->
            WayBackReason.group(entry)
                .<Cause>map(Cause.Together::new)
                .orElseGet(() -> new Cause.Stopped(entry.actor(), entry.reason())));
  }

  /** Why the watch after a promotion undid it; empty when its run is not kept any more. */
  static Optional<Cause> ofWatch(RolloutState state, Undo undo) {
    return state.analysisRuns().stream()
        .filter(run -> run.kind() == AnalysisRun.Kind.BAKE)
        .filter(run -> run.podHash().equals(undo.fromHash()))
        .filter(run -> run.phase() == AnalysisPhase.FAILED)
        .findFirst()
        .flatMap(RunCause::of);
  }

  /** What the engine tells only in words. */
  public static Optional<Cause> ofStatus(RolloutStatus status) {
    String message = status.message();
    int invalid = message.indexOf(INVALID);
    if (invalid >= 0) {
      return Optional.of(new Cause.Invalid(message.substring(invalid + INVALID.length())));
    }
    return message.contains("has timed out progressing")
        ? Optional.of(new Cause.Late())
        : Optional.empty();
  }
}
