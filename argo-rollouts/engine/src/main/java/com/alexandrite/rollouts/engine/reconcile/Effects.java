package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.port.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries decisions out, and knows of which rollouts everything that was decided is in effect. */
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

  boolean known(String rollout) {
    return inEffect.contains(rollout);
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
