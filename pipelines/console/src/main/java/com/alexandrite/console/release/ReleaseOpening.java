package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down that a release begins, with what both revisions had answered until then. */
@Component
@OnThisMachine
class ReleaseOpening {
  private final Releases releases;
  private final ReleaseWatch watch;
  private final TrafficLedger ledger;
  private final InstantSource clock;

  ReleaseOpening(Releases releases, ReleaseWatch watch, TrafficLedger ledger, InstantSource clock) {
    this.releases = releases;
    this.watch = watch;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Begins a release from what was stable before to what is wanted after; ends a running one. */
  UUID open(
      RolloutState before,
      RolloutState after,
      String reason,
      String actor,
      @Nullable String gitRevision) {
    String rollout = after.rollout().name();
    releases.running(rollout).ifPresent(old -> watch.conclude(old, before, clock.instant()));
    return begin(
        after,
        before.rollout().status().stableRS(),
        Versions.stable(before),
        reason,
        actor,
        gitRevision);
  }

  /** Begins the way back that the guard decided. */
  void openBack(RolloutState after, Undo undo, String actor) {
    String from =
        after.replicaSet(undo.fromHash()).map(it -> Versions.of(it.template())).orElse("");
    begin(after, undo.fromHash(), from, undo.why(), actor, null);
  }

  private UUID begin(
      RolloutState after,
      String fromHash,
      String fromVersion,
      String reason,
      String actor,
      @Nullable String gitRevision) {
    String rollout = after.rollout().name();
    String toHash = after.rollout().spec().template().hash();
    var release =
        new Release(
            UUID.randomUUID(),
            rollout,
            fromVersion,
            Versions.wanted(after),
            fromHash,
            toHash,
            reason,
            actor,
            gitRevision,
            Drills.of(after),
            clock.instant(),
            ledger.total(rollout, fromHash),
            ledger.total(rollout, toHash),
            0,
            null,
            null,
            null);
    releases.begin(release);
    return release.id();
  }
}
