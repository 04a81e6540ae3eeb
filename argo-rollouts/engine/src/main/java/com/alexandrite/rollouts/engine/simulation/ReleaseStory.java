package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.engine.reconcile.RolloutEvent;
import com.alexandrite.rollouts.engine.simulation.Moment.Happened;
import com.alexandrite.rollouts.engine.simulation.Moment.Measured;
import com.alexandrite.rollouts.engine.simulation.Moment.Pods;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import com.alexandrite.rollouts.engine.simulation.Simulation.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a simulation played as the story of one release. */
final class ReleaseStory {

  private static final String INVALID_SPEC = "InvalidSpec";
  private static final String COMPLETED = "RolloutCompleted";

  private final Timeline timeline;
  private final Instant release;
  private final String firstHash;
  private final Map<Long, List<Happened>> happened;

  /**
   * A story of what was played.
   *
   * @param firstHash of the revision that was stable before
   * @param done what people did, by the second since the release
   */
  ReleaseStory(
      Timeline timeline, Instant release, String firstHash, Map<Long, List<Happened>> done) {
    this.timeline = timeline;
    this.release = release;
    this.firstHash = firstHash;
    this.happened = new HashMap<>(done);
  }

  SimulatedRelease tell() {
    timeline.events().forEach(this::sort);
    RolloutState last = timeline.snapshots().getLast().state();
    Outcome outcome = outcome(last);
    return new SimulatedRelease(
        outcome,
        outcome == Outcome.PROMOTED ? promotion() : last.rollout().status().message(),
        Math.max(0, timeline.snapshots().getLast().second()),
        abortedAfter(),
        last.rollout().spec().canary().steps().size(),
        moments());
  }

  private void sort(RolloutEvent event) {
    long second = Math.floorDiv(Duration.between(release, event.at()).toMillis(), 1000L);
    happened
        .computeIfAbsent(second, it -> new ArrayList<>())
        .add(new Happened(event.reason(), event.message(), event.warning()));
  }

  private Outcome outcome(RolloutState last) {
    RolloutStatus status = last.rollout().status();
    if (status.condition(INVALID_SPEC).isPresent()) {
      return Outcome.INVALID;
    }
    return switch (status.phase()) {
      case HEALTHY -> status.stableRS().equals(firstHash) ? Outcome.ROLLED_BACK : Outcome.PROMOTED;
      case PAUSED -> Outcome.PAUSED;
      case PROGRESSING -> Outcome.UNFINISHED;
      case DEGRADED -> status.abort() ? Outcome.ABORTED : Outcome.DEGRADED;
    };
  }

  private String promotion() {
    return timeline.events().stream()
        .filter(event -> event.reason().equals(COMPLETED))
        .reduce((earlier, later) -> later)
        .map(RolloutEvent::message)
        .orElse("");
  }

  private @Nullable Long abortedAfter() {
    return timeline.snapshots().stream()
        .filter(snapshot -> snapshot.state().rollout().status().abort())
        .findFirst()
        .map(Snapshot::second)
        .orElse(null);
  }

  private List<Moment> moments() {
    Measurements measurements = new Measurements();
    List<Moment> moments = new ArrayList<>();
    for (Snapshot snapshot : timeline.snapshots()) {
      if (snapshot.second() >= 0) {
        Moment moment = moment(snapshot, measurements.since(snapshot.state()));
        boolean silent = moment.happened().isEmpty() && moment.measured().isEmpty();
        if (!silent || moments.isEmpty() || !moment.looksLike(moments.getLast())) {
          moments.add(moment);
        }
      }
    }
    return moments;
  }

  private Moment moment(Snapshot snapshot, List<Measured> measured) {
    RolloutState state = snapshot.state();
    RolloutStatus status = state.rollout().status();
    long second = snapshot.second();
    boolean update = !state.rollout().fullyPromoted();
    return new Moment(
        second,
        status.phase().text(),
        status.message(),
        status.currentStepIndex(),
        snapshot.split() == null ? null : snapshot.split().canaryWeight(),
        pods(snapshot, status.stableRS()),
        update ? pods(snapshot, status.currentPodHash()) : null,
        happened.getOrDefault(second, List.of()),
        measured);
  }

  private static @Nullable Pods pods(Snapshot snapshot, String hash) {
    return snapshot.state().replicaSet(hash).map(set -> pods(set, snapshot.pods())).orElse(null);
  }

  private static Pods pods(ReplicaSet set, Map<String, ReplicaCounts> seen) {
    ReplicaCounts counts = seen.getOrDefault(set.hash(), ReplicaCounts.NONE);
    return new Pods(set.revision(), set.replicas(), counts.available());
  }

  /** Whether nothing that may still come would change the outcome. */
  static boolean isOver(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    boolean invalid = status.condition(INVALID_SPEC).isPresent();
    return switch (status.phase()) {
      case HEALTHY -> state.rollout().fullyPromoted() && status.safeguards().bake() == null;
      case DEGRADED -> status.abort() || invalid;
      case PROGRESSING, PAUSED -> invalid;
    };
  }
}
