package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetHeaderRoute;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetMirrorRoute;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
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
    /** The router can't be asked, or has not confirmed the last split: nothing else may happen. */
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

  private int desiredWeight() {
    DesiredWeight.Share wanted = new DesiredWeight(pass).decide();
    experiment = wanted.experiment();
    if (wanted.routesEnd()) {
      routes.clear();
    }
    return wanted.weight();
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
    if (!pass.seen().routerAnswers()) {
      pass.retry();
      return Outcome.UNCONFIRMED;
    }
    Boolean verified = pass.seen().weightVerified();
    TrafficWeights before = pass.old().canary().weightsBefore();
    TrafficWeights answered = before == null ? weights : weights.withVerified(verified);
    pass.weightVerified = verified;
    boolean refuted = Boolean.FALSE.equals(verified);
    if (refuted && weights.canary().weight() == pass.canary().fullWeight()) {
      pass.status.canary = pass.status.canary.withTraffic(answered, routes, before);
      pass.retry();
      return Outcome.UNCONFIRMED;
    }
    pass.status.canary = pass.status.canary.withTraffic(answered, routes);
    if (refuted) {
      pass.wake(pass.now().plus(VERIFY_AGAIN));
    }
    return Outcome.STEADY;
  }

  private Outcome routesOnly() {
    TrafficWeights weights = pass.old().canary().weights();
    if (weights == null || routes.equals(pass.old().canary().routes())) {
      boolean settled = weights == null || !unconfirmed(weights);
      TrafficWeights before = settled ? null : pass.old().canary().weightsBefore();
      pass.status.canary = pass.status.canary.withTraffic(weights, routes, before);
      return Outcome.STEADY;
    }
    return changed(weights);
  }

  /** Nothing was built upon a last split that was never confirmed: pods follow the one before. */
  private @Nullable TrafficWeights followed() {
    CanaryStatus old = pass.old().canary();
    TrafficWeights weights = old.weights();
    return weights != null && unconfirmed(weights) ? old.weightsFollowed() : weights;
  }

  private boolean unconfirmed(TrafficWeights weights) {
    return Boolean.FALSE.equals(weights.verified())
        && weights.canary().weight() == pass.canary().fullWeight();
  }

  private Outcome changed(TrafficWeights weights) {
    pass.status.canary = pass.status.canary.withTraffic(weights, routes, followed());
    Splits.of(pass.state.withStatus(before -> pass.status.build()))
        .ifPresent(split -> pass.act(new Action.RouteTraffic(split)));
    return Outcome.CHANGED;
  }

  private TrafficWeights weights(int weight) {
    Revision stable = pass.stable();
    String rollingBack = DesiredWeight.rollingBackDynamically(pass);
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
