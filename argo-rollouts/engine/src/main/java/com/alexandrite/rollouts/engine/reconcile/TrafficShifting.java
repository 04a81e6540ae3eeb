package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetHeaderRoute;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetMirrorRoute;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides how the traffic is split and which managed routes are set. */
final class TrafficShifting {

  static final Duration VERIFY_AGAIN = Duration.ofSeconds(10);

  private final Pass pass;
  private final List<String> routes;
  private List<WeightDestination> experiment = List.of();

  TrafficShifting(Pass pass) {
    this.pass = pass;
    this.routes = new ArrayList<>(pass.old().canary().routes());
  }

  /** What comes of it for the pass. */
  enum Outcome {
    /** The split is as it should be: the pass goes on. */
    STEADY,
    /**
     * The split changes: it must be in effect before anything is built upon it, so the pass ends
     * here.
     */
    CHANGED,
    /** The last split of the rollout is not confirmed: nothing else may happen. */
    UNCONFIRMED
  }

  Outcome shift() {
    if (!pass.trafficRouted()) {
      pass.status.canary = pass.status.canary.withTraffic(null, List.of());
      return Outcome.STEADY;
    }
    int weight = desiredWeight();
    if (!stableCanCarry(pass.canary().fullWeight() - weight)) {
      return pass.old().canary().weights() == null ? Outcome.STEADY : routesOnly();
    }
    applyRouteStep();
    return apply(weight);
  }

  private Outcome apply(int weight) {
    TrafficWeights before = pass.old().canary().weights();
    TrafficWeights after = weights(weight);
    boolean moved =
        before == null
            || !before.canary().equals(after.canary())
            || !before.stable().equals(after.stable())
            || !before.additional().equals(after.additional());
    if (moved) {
      pass.tell(Words.TRAFFIC_WEIGHT_UPDATED, message(before, weight));
    }
    if (before == null || moved || !routes.equals(pass.old().canary().routes())) {
      return changed(after);
    }
    return verified(before);
  }

  private Outcome verified(TrafficWeights weights) {
    Boolean verified = pass.seen().weightVerified();
    pass.status.canary = pass.status.canary.withTraffic(weights.withVerified(verified), routes);
    if (verified == null || verified) {
      return Outcome.STEADY;
    }
    if (weights.canary().weight() == pass.canary().fullWeight()) {
      pass.retry();
      return Outcome.UNCONFIRMED;
    }
    pass.wake(pass.now().plus(VERIFY_AGAIN));
    return Outcome.STEADY;
  }

  private Outcome routesOnly() {
    TrafficWeights weights = pass.old().canary().weights();
    if (weights == null || routes.equals(pass.old().canary().routes())) {
      return Outcome.STEADY;
    }
    return changed(weights);
  }

  private Outcome changed(TrafficWeights weights) {
    pass.status.canary = pass.status.canary.withTraffic(weights, routes);
    Splits.of(pass.state.withStatus(before -> pass.status.build()))
        .ifPresent(split -> pass.act(new Action.RouteTraffic(split)));
    return Outcome.CHANGED;
  }

  private TrafficWeights weights(int weight) {
    Revision stable = pass.stable();
    String rollingBack = rollingBackDynamically(pass);
    return new TrafficWeights(
        new WeightDestination(
            pass.canary().canaryService(),
            rollingBack == null ? pass.desiredHash() : rollingBack,
            weight),
        new WeightDestination(
            pass.canary().stableService(),
            stable == null ? "" : stable.hash(),
            pass.canary().fullWeight() - weight - sum(experiment)),
        null,
        experiment);
  }

  private static int sum(List<WeightDestination> destinations) {
    return destinations.stream().mapToInt(WeightDestination::weight).sum();
  }

  private static String message(@Nullable TrafficWeights before, int weight) {
    if (before == null) {
      return "Traffic weight updated to " + weight;
    }
    return before.canary().weight() == weight
        ? "Traffic weight updated"
        : "Traffic weight updated from " + before.canary().weight() + " to " + weight;
  }

  /**
   * The revision that still holds the canary's traffic while the rollout goes back to a stable that
   * has shrunk; null if that is not so.
   */
  static @Nullable String rollingBackDynamically(Pass pass) {
    TrafficWeights weights = pass.old().canary().weights();
    Revision desired = pass.desired();
    if (!pass.rollout().fullyPromoted()
        || !pass.trafficRouted()
        || !pass.canary().dynamicStableScale()
        || weights == null
        || desired == null) {
      return null;
    }
    String before = weights.canary().podTemplateHash();
    boolean settled =
        before.equals(desired.hash()) || desired.available() >= pass.spec().replicas();
    return settled ? null : before;
  }

  private int desiredWeight() {
    if (rollingBackDynamically(pass) != null) {
      return weightGoingBack();
    }
    if (pass.rollout().fullyPromoted()) {
      routes.clear();
      return 0;
    }
    if (pass.pauses.aborted()) {
      return weightAborting();
    }
    Revision desired = pass.desired();
    if (desired == null || desired.available() == 0) {
      // Never send traffic to nothing, nor leave a route that points there.
      experiment = ExperimentTraffic.of(pass);
      routes.clear();
      return 0;
    }
    if (pass.old().promoteFull()) {
      routes.clear();
      return weightPromotingFully(desired);
    }
    return pass.cursor().index() == null ? 0 : weightOfStep(desired);
  }

  private int weightAborting() {
    int weight = weightGoingBack();
    if (!pass.canary().dynamicStableScale() || weight == 0) {
      new ServiceSwitching(pass).select(pass.canary().canaryService(), pass.stable(), false);
    }
    routes.clear();
    return weight;
  }

  private int weightPromotingFully(Revision desired) {
    if (pass.canary().dynamicStableScale()) {
      // More pods than wanted (after a scale-down) must not make more than the whole.
      int wanted = Math.max(1, pass.spec().replicas());
      return Math.min(
          pass.canary().fullWeight(), pass.canary().fullWeight() * desired.available() / wanted);
    }
    return pass.old().canaryWeight();
  }

  /**
   * The weight follows the pods: until they are as the step wants them, the previous step's weight
   * stays.
   */
  private int weightOfStep(Revision desired) {
    StepCursor cursor = pass.cursor();
    experiment = ExperimentTraffic.of(pass);
    if (!pass.scale().atDesired(desired, pass.stable(), pass.others(), null)) {
      return cursor.previousSetWeight();
    }
    return cursor.setWeight();
  }

  /**
   * The weight while stable takes over again. With dynamicStableScale stable may be small: the
   * weight falls only as its pods become available, and never rises.
   */
  private int weightGoingBack() {
    Revision stable = pass.stable();
    int replicas = pass.spec().replicas();
    if (!pass.canary().dynamicStableScale()
        || stable == null
        || pass.desired() == null
        || replicas == 0) {
      return 0;
    }
    int carried = pass.canary().fullWeight() * stable.available() / replicas;
    int expected = Math.max(0, pass.canary().fullWeight() - carried);
    int wanted = pass.scale().weight(pass.desired(), stable);
    TrafficWeights weights = pass.old().canary().weights();
    if (weights == null) {
      return Math.max(expected, wanted);
    }
    int current = weights.canary().weight();
    if (wanted <= 0) {
      return Math.min(expected, current);
    }
    return carried < pass.canary().fullWeight() - wanted ? current : Math.min(wanted, current);
  }

  /** Whether stable has the pods for its share. */
  private boolean stableCanCarry(int weight) {
    Revision stable = pass.stable();
    if (stable == null) {
      return false;
    }
    int needed = weight * pass.spec().replicas() / pass.canary().fullWeight();
    return stable.available() >= needed
        || ProgressThreshold.met(pass.canary().replicaProgressThreshold(), stable, needed);
  }

  private void applyRouteStep() {
    CanaryStep step = pass.cursor().step();
    if (pass.state.rollout().revision() <= 1) {
      return;
    }
    SetHeaderRoute header = step == null ? null : step.part(SetHeaderRoute.class);
    if (header != null) {
      applyRoute(header.name(), header.match().isEmpty());
    }
    SetMirrorRoute mirror = step == null ? null : step.part(SetMirrorRoute.class);
    if (mirror != null) {
      applyRoute(mirror.name(), mirror.match().isEmpty() && mirror.percentage() == null);
    }
  }

  private void applyRoute(String name, boolean remove) {
    if (remove) {
      routes.remove(name);
    } else if (!routes.contains(name)) {
      routes.add(name);
    }
  }
}
