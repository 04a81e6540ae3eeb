package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.port.Workload;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries decisions out, knows of which rollouts everything that was decided is in effect, and asks
 * whether it is.
 */
final class Effects {

  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

  private final Workload workload;
  private final TrafficRouter router;
  private final Set<String> inEffect = new HashSet<>();

  Effects(Workload workload, TrafficRouter router) {
    this.workload = workload;
    this.router = router;
  }

  /** Nothing of a rollout is known to be in effect any more. */
  boolean forget(String rollout) {
    return inEffect.remove(rollout);
  }

  /** Whether all that was decided is in effect, if need be because it is told once more. */
  boolean assured(String rollout, RolloutState state) {
    return inEffect.contains(rollout) || perform(rollout, Splits.effectsOf(state));
  }

  Map<String, ReplicaCounts> pods(String rollout) {
    return workload.observe(rollout);
  }

  /** The pods that were seen, and what the router says. */
  Observation observed(RolloutState state, Map<String, ReplicaCounts> pods) {
    try {
      return new Observation(pods, Splits.of(state).map(router::verify).orElse(null));
    } catch (RuntimeException unreachable) {
      LOG.atWarn()
          .addKeyValue("rollout", state.rollout().name())
          .setCause(unreachable)
          .log("the router can't be asked");
      return new Observation(pods, null, false);
    }
  }

  /** Returns whether all of it is done; otherwise everything has to be done again. */
  boolean perform(String rollout, List<Action> actions) {
    try {
      actions.forEach(action -> action.perform(rollout, workload, router));
      inEffect.add(rollout);
      return true;
    } catch (RuntimeException failure) {
      inEffect.remove(rollout);
      LOG.atWarn()
          .addKeyValue("rollout", rollout)
          .setCause(failure)
          .log("an action failed and will be repeated");
      return false;
    }
  }
}
