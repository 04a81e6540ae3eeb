package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which share of the traffic is the canary's in this pass. */
final class DesiredWeight {

  private final Pass pass;

  DesiredWeight(Pass pass) {
    this.pass = pass;
  }

  /**
   * What is wanted.
   *
   * @param routesEnd whether no managed route may be left
   * @param experiment the shares of the experiment's pods
   */
  record Share(int weight, boolean routesEnd, List<WeightDestination> experiment) {

    private static Share of(int weight) {
      return new Share(weight, false, List.of());
    }

    private static Share withoutRoutes(int weight) {
      return new Share(weight, true, List.of());
    }
  }

  Share decide() {
    if (rollingBackDynamically(pass) != null) {
      return Share.of(goingBack());
    }
    if (pass.rollout().fullyPromoted()) {
      return Share.withoutRoutes(0);
    }
    if (pass.pauses.aborted()) {
      return Share.withoutRoutes(aborting());
    }
    Revision desired = pass.desired();
    if (desired == null || desired.available() == 0) {
      // Never send traffic to nothing, nor leave a route that points there.
      return new Share(0, true, ExperimentTraffic.of(pass));
    }
    if (pass.old().promoteFull()) {
      return Share.withoutRoutes(promotingFully(desired));
    }
    return pass.cursor().index() == null ? Share.of(0) : ofStep(desired);
  }

  private int aborting() {
    int weight = goingBack();
    if (!pass.canary().dynamicStableScale() || weight == 0) {
      new ServiceSwitching(pass).select(pass.canary().canaryService(), pass.stable(), false);
    }
    return weight;
  }

  private int promotingFully(Revision desired) {
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
  private Share ofStep(Revision desired) {
    StepCursor cursor = pass.cursor();
    boolean there = pass.scale().atDesired(desired, pass.stable(), pass.others(), null);
    int weight = there ? cursor.setWeight() : cursor.previousSetWeight();
    return new Share(weight, false, ExperimentTraffic.of(pass));
  }

  /**
   * The weight while stable takes over again. With dynamicStableScale stable may be small: the
   * weight falls only as its pods become available, and never rises.
   */
  private int goingBack() {
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
}
