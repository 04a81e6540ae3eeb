package com.alexandrite.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rollout with its evidence.
 *
 * @param name name of the Rollout
 * @param service service that it releases
 * @param phase Healthy, Progressing, Paused or Degraded
 * @param step index of the running step from 0, equal to {@code steps} when all are done
 * @param steps number of steps
 * @param weight share of customers on the canary, 0 to 100
 * @param stable version that serves as stable
 * @param canary version that is tried, null when none is
 * @param message reason of the phase in the words of the engine
 * @param cause why nothing goes on, where neither a release nor a person is the reason; else null
 * @param explanation why it was promoted, was aborted or waits, in plain words
 * @param startedAt when the running or last release began
 * @param revisions newest first
 * @param stepsDetail the steps of the manifest in order
 * @param analysisRuns of the running or last release, newest first
 * @param history releases of this rollout, newest first
 * @param arms what customers got from either arm since the release began
 * @param actions what is right to be done now: promote, promote-full, skip-step, skip-all-steps,
 *     abort, retry, undo, accept, pause, resume, restart, set-image
 * @param needed which of them it waits for; null while it goes on by itself, or has arrived
 * @param safeguards what the safeguards beyond Argo have to say
 * @param work what the arms count
 * @param pods its processes, newest revision first
 * @param conditions what the controller says of it
 */
public record RolloutDetail(
    String name,
    String service,
    String phase,
    int step,
    int steps,
    int weight,
    String stable,
    @Nullable String canary,
    String message,
    @Nullable Cause cause,
    String explanation,
    @Nullable Instant startedAt,
    List<RevisionView> revisions,
    List<StepView> stepsDetail,
    List<AnalysisRunView> analysisRuns,
    List<ReleaseRecord> history,
    Arms arms,
    List<String> actions,
    @Nullable String needed,
    List<SafeguardView> safeguards,
    Work work,
    List<PodView> pods,
    List<ConditionView> conditions) {

  /** Copies the lists. */
  public RolloutDetail {
    revisions = List.copyOf(revisions);
    stepsDetail = List.copyOf(stepsDetail);
    analysisRuns = List.copyOf(analysisRuns);
    history = List.copyOf(history);
    actions = List.copyOf(actions);
    safeguards = List.copyOf(safeguards);
    pods = List.copyOf(pods);
    conditions = List.copyOf(conditions);
  }

  /** Whether a new version is on its way to everybody. */
  public boolean underWay() {
    return canary != null && actions.contains("abort");
  }

  /** Whether anybody counts the requests: without, charts could only show what is not so. */
  public boolean counted() {
    return arms.stable().requests() != null || arms.canary().requests() != null;
  }

  /** The same with another explanation. */
  public RolloutDetail withExplanation(String changed) {
    return new RolloutDetail(
        name,
        service,
        phase,
        step,
        steps,
        weight,
        stable,
        canary,
        message,
        cause,
        changed,
        startedAt,
        revisions,
        stepsDetail,
        analysisRuns,
        history,
        arms,
        actions,
        needed,
        safeguards,
        work,
        pods,
        conditions);
  }

  /** What the safeguard of this kind has to say. */
  public Optional<SafeguardView> safeguard(String kind) {
    return safeguards.stream().filter(it -> it.kind().equals(kind)).findFirst();
  }
}
