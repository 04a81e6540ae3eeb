package com.alexandrite.rollouts.engine.backtest;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.PodPlan;
import com.alexandrite.rollouts.engine.simulation.SimulatedPods;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One past release on a virtual clock that shows the time of then. Pods take about as long as they
 * took; whatever weight the replay gives, the metrics are those that were counted.
 */
final class Replay {

  /** So long before the release the old version is deployed. */
  private static final Duration LEAD = Duration.ofMinutes(10);

  /** Timers fire just after their time, so that "later than" holds. */
  private static final Duration AFTER = Duration.ofNanos(1000);

  private static final int RELEASED = 2;

  private final PastRelease release;
  private final String name;
  private final String image;
  private final VirtualClock clock;
  private final SimulatedPods pods;
  private final ReplayedMetrics metrics;
  private final RolloutController controller;
  private @Nullable Instant wakeAt;

  Replay(ManifestSet manifests, PastRelease release, PastMetrics past) {
    RolloutState first = manifests.initialState();
    this.release = release;
    this.name = first.rollout().name();
    this.image = first.rollout().spec().template().container().image() + "-released";
    this.clock = new VirtualClock(release.startedAt().minus(LEAD));
    this.pods = new SimulatedPods(clock, Map.of(RELEASED, plan(release)), PodPlan.DEFAULT);
    this.metrics = new ReplayedMetrics(past, clock, hashes(first, release));
    InMemoryRolloutStore store = new InMemoryRolloutStore();
    this.controller =
        new RolloutController(
            store, pods, new NopTrafficRouter(), metrics, clock, (state, event) -> {});
    controller.create(first);
  }

  private static PodPlan plan(PastRelease release) {
    return release
        .start()
        .filter(start -> !start.isNegative())
        .map(start -> new PodPlan(start.toMillis() / 1000.0, null))
        .orElse(PodPlan.DEFAULT);
  }

  private Map<String, String> hashes(RolloutState first, PastRelease past) {
    String before = first.rollout().spec().template().hash();
    String after = first.rollout().spec().template().withImage(image).hash();
    return Map.of(before, past.fromHash(), after, past.toHash());
  }

  /** The rollout as it is decided, or when the history ends. */
  RolloutState play() {
    run();
    goTo(release.startedAt());
    controller.change(name, state -> RolloutOperations.setImage(state, image));
    run();
    goTo(release.knownUntil());
    return state();
  }

  private void goTo(Instant end) {
    for (Instant next = next(); next.isBefore(end) && !decided(); next = next()) {
      clock.moveTo(next);
      run();
    }
    if (!decided()) {
      clock.moveTo(end);
    }
  }

  /** The next moment in which something happens; the farthest one if nothing does. */
  private Instant next() {
    Instant next =
        Stream.concat(Stream.ofNullable(wakeAt), pods.nextChange().stream())
            .map(time -> time.plus(AFTER))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return next.isAfter(clock.instant()) ? next : clock.instant().plus(AFTER);
  }

  private void run() {
    wakeAt = controller.run(name).orElse(null);
  }

  private boolean decided() {
    RolloutState state = state();
    boolean released = state.rollout().spec().template().container().image().equals(image);
    return released
        && (state.rollout().status().abortedAt() != null || state.rollout().fullyPromoted());
  }

  private RolloutState state() {
    return controller.state(name).orElseThrow();
  }

  Instant now() {
    return clock.instant();
  }

  /** What the history did not tell. */
  Set<String> gaps() {
    return metrics.gaps();
  }
}
