package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One reconciliation: what was known and seen when it began, and what it decides.
 *
 * <p>Reads of revisions ({@link #desired}, {@link #stable}, {@link #others}) are of the beginning:
 * a pass never reacts to its own decisions, the next one does.
 */
final class Pass {

  /** The state as it becomes. */
  RolloutState state;

  /** The status as it becomes; begins empty where a pass has to say so anew (pauses, runs). */
  final StatusDraft status;

  final PauseBook pauses;

  /** The experiment of the current step; null = none. */
  @Nullable Experiment experiment;

  /**
   * What the router says of the split; where this pass leaves it alone, what it said when the split
   * was new. Null = it can't tell.
   */
  @Nullable Boolean weightVerified;

  private final Rollout rollout;
  private final String desiredHash;
  private final Observation seen;
  private final Instant now;
  private final List<Revision> revisions;
  private final List<Revision> others;
  private final List<Action> actions = new ArrayList<>();
  private final List<RolloutEvent> events = new ArrayList<>();
  private final Safeguards safeguards;
  private boolean retry;
  private @Nullable Instant wakeAt;

  Pass(RolloutState state, Observation seen, Instant now) {
    this(state, state.rollout().spec().template().hash(), seen, now);
  }

  /** A pass for which somebody knows the hash of the wanted pod template already. */
  Pass(RolloutState state, String desiredHash, Observation seen, Instant now) {
    this.state = state;
    this.desiredHash = desiredHash;
    this.rollout = state.rollout();
    this.seen = seen;
    this.now = now;
    this.safeguards = Safeguards.of(rollout.annotations());
    this.status = StatusDraft.of(rollout.status());
    TrafficWeights weights = rollout.status().canary().weights();
    this.weightVerified = weights == null ? null : weights.verified();
    this.pauses = new PauseBook(rollout.status(), storedNow());
    this.revisions =
        state.replicaSets().stream()
            .map(replicaSet -> new Revision(replicaSet, seen.of(replicaSet.hash())))
            .toList();
    this.others =
        revisions.stream()
            .filter(it -> !it.hash().equals(desiredHash) && !it.hash().equals(old().stableRS()))
            .toList();
  }

  Rollout rollout() {
    return rollout;
  }

  RolloutSpec spec() {
    return rollout.spec();
  }

  CanaryStrategy canary() {
    return rollout.spec().canary();
  }

  /** The strategy of a rollout that is known to be blue-green. */
  BlueGreenStrategy blueGreen() {
    return Objects.requireNonNull(spec().blueGreen(), "no blue-green rollout");
  }

  /** The status as it was when the pass began. */
  RolloutStatus old() {
    return rollout.status();
  }

  Observation seen() {
    return seen;
  }

  Instant now() {
    return now;
  }

  /**
   * The time as it is stored: Argo's API keeps whole seconds, and all its waits are counted from
   * there.
   */
  Instant storedNow() {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  StepCursor cursor() {
    return new StepCursor(canary(), old(), weightLimit());
  }

  CanaryScale scale() {
    return new CanaryScale(spec(), old(), cursor());
  }

  /** What the rollout asks for beyond Argo. */
  Safeguards safeguards() {
    return safeguards;
  }

  /** The highest weight that a step may give now. */
  private int weightLimit() {
    return safeguards.freezes().isEmpty()
        ? StepCursor.NO_LIMIT
        : new FreezeGate(this).weightLimit();
  }

  boolean trafficRouted() {
    return canary().trafficRouting() != null;
  }

  List<Revision> revisions() {
    return revisions;
  }

  /** Names the revision that the spec wants. */
  String desiredHash() {
    return desiredHash;
  }

  /** The revision that the spec wants. */
  @Nullable Revision desired() {
    return revision(desiredHash);
  }

  /** The revision that served last; null on the first deploy. */
  @Nullable Revision stable() {
    return revision(old().stableRS());
  }

  /** Revisions that are neither wanted nor stable, oldest first. */
  List<Revision> others() {
    return others;
  }

  /** The revision of this hash; null if it is not kept. */
  @Nullable Revision revision(String hash) {
    for (Revision revision : revisions) {
      if (revision.hash().equals(hash)) {
        return revision;
      }
    }
    return null;
  }

  /** Why nothing may be scaled; empty if it may. */
  boolean halted() {
    return spec().paused() || inconclusivePause();
  }

  boolean inconclusivePause() {
    return old().pauseCondition(PauseCondition.INCONCLUSIVE_ANALYSIS).isPresent();
  }

  /** Changes a replica set and lets the workload follow. */
  void change(String hash, UnaryOperator<ReplicaSet> change) {
    List<ReplicaSet> changed = new ArrayList<>(state.replicaSets());
    for (int i = 0; i < changed.size(); i++) {
      ReplicaSet before = changed.get(i);
      if (before.hash().equals(hash)) {
        ReplicaSet after = change.apply(before);
        if (!after.equals(before)) {
          changed.set(i, after);
          state = state.withReplicaSets(changed);
          act(new Action.ApplyReplicaSet(after));
        }
        return;
      }
    }
  }

  Optional<AnalysisRun> run(@Nullable AnalysisRunStatus reference) {
    return reference == null
        ? Optional.empty()
        : state.analysisRuns().stream()
            .filter(run -> run.name().equals(reference.name()))
            .findFirst();
  }

  void act(Action action) {
    if (action instanceof Action.ApplyReplicaSet(ReplicaSet later)) {
      actions.removeIf(earlier ->
          earlier instanceof Action.ApplyReplicaSet(ReplicaSet set)
              && set.hash().equals(later.hash()));
    }
    actions.add(action);
  }

  void tell(String reason, String message) {
    events.add(new RolloutEvent(now, reason, message, false));
  }

  void warn(String reason, String message) {
    events.add(new RolloutEvent(now, reason, message, true));
  }

  /** Asks for another pass at this time, even if nothing happens. */
  void wake(Instant at) {
    if (wakeAt == null || at.isBefore(wakeAt)) {
      wakeAt = at;
    }
  }

  /** Asks for another pass soon. */
  void retry() {
    retry = true;
  }

  ReconcileResult result() {
    return new ReconcileResult(state, actions, retry, wakeAt, events);
  }
}
