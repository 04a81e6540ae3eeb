package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import com.alexandrite.rollouts.engine.port.Workload;
import java.time.Instant;

/**
 * Something to do to the world so that it becomes what the state says. Doing it twice does no harm.
 */
public sealed interface Action {

  /** Carries the action out. */
  void perform(String rollout, Workload workload, TrafficRouter router);

  /** Scale, create or relabel a revision. */
  record ApplyReplicaSet(ReplicaSet replicaSet) implements Action {
    @Override
    public void perform(String rollout, Workload workload, TrafficRouter router) {
      workload.apply(rollout, replicaSet);
    }
  }

  /** Forget a revision that is beyond the history limit. */
  record DeleteReplicaSet(String hash) implements Action {
    @Override
    public void perform(String rollout, Workload workload, TrafficRouter router) {
      workload.delete(rollout, hash);
    }
  }

  /** Replace old pods. */
  record EvictPods(String hash, Instant createdBefore, int count) implements Action {
    @Override
    public void perform(String rollout, Workload workload, TrafficRouter router) {
      workload.evict(rollout, hash, createdBefore, count);
    }
  }

  /** Split the traffic. */
  record RouteTraffic(TrafficSplit split) implements Action {
    @Override
    public void perform(String rollout, Workload workload, TrafficRouter router) {
      router.route(split);
    }
  }

  /** Point a Service to a revision. */
  record SelectService(String service, String hash) implements Action {
    @Override
    public void perform(String rollout, Workload workload, TrafficRouter router) {
      router.selectService(service, hash);
    }
  }
}
