package com.alexandrite.console.cluster;

import static com.alexandrite.console.cluster.ClusterOrders.told;

import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.release.RolloutControls;
import com.alexandrite.rollouts.engine.operation.RolloutAction;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import com.alexandrite.rollouts.kubernetes.RolloutSteering;
import org.springframework.stereotype.Service;

/** Controls that the cluster's controller carries out; refused for the same reasons as here. */
@Service
@OnCluster
class ClusterControls implements RolloutControls {
  private final ClusterOrders orders;
  private final RolloutSteering steering;

  ClusterControls(ClusterOrders orders, RolloutCluster cluster) {
    this.orders = orders;
    this.steering = cluster.steering();
  }

  @Override
  public void pause(String rollout, String reason, String actor) {
    ClusterRollout before = orders.find(rollout, reason, RolloutAction.PAUSE);
    orders.done(
        before, steering::pause, told(before, "pause", reason, actor, "holds everything as it is"));
  }

  @Override
  public void resume(String rollout, String reason, String actor) {
    ClusterRollout before = orders.find(rollout, reason, RolloutAction.RESUME);
    String consequence = "goes on from " + before.weight() + " %";
    orders.done(before, steering::resume, told(before, "resume", reason, actor, consequence));
  }

  @Override
  public void skip(String rollout, boolean all, String reason, String actor) {
    RolloutAction action = all ? RolloutAction.SKIP_ALL_STEPS : RolloutAction.SKIP_STEP;
    ClusterRollout before = orders.find(rollout, reason, action);
    if (all) {
      orders.done(
          before,
          steering::skipAllSteps,
          told(before, "skip-all-steps", reason, actor, "goes behind the last step"));
    } else {
      String consequence = "skips step " + (before.step() + 1) + " of " + before.steps().size();
      orders.done(
          before, steering::skipStep, told(before, "skip-step", reason, actor, consequence));
    }
  }

  @Override
  public void terminate(String rollout, String run, String reason, String actor) {
    ClusterRollout before = orders.find(rollout, reason);
    boolean own = before.sight().analysisRuns().stream().anyMatch(one -> one.name().equals(run));
    if (!own) {
      throw new Refused(
          Kind.UNKNOWN,
          "run-unknown",
          "Rollout " + rollout + " has no analysis run " + run + ".",
          "Choose a running one of those that are listed.");
    }
    orders.done(
        before,
        (namespace, _) -> steering.terminateRun(namespace, run),
        told(before, "terminate", reason, actor, "ends the analysis with what it measured"));
  }
}
