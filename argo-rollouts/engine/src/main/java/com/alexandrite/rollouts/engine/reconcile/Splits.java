package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import com.alexandrite.rollouts.engine.port.TrafficRouter.Share;
import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a saved state says that the world should be. */
final class Splits {

  private Splits() {}

  /** The split that was last decided; empty without traffic routing and before the first. */
  static Optional<TrafficSplit> of(RolloutState state) {
    CanaryStatus canary = state.rollout().status().canary();
    TrafficRouting routing = state.rollout().spec().canary().trafficRouting();
    TrafficWeights weights = canary.weights();
    if (routing == null || weights == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TrafficSplit(
            state.rollout().name(),
            routing.namespace(),
            routing.httpRoutes(),
            weights.canary().serviceName(),
            weights.canary().podTemplateHash(),
            weights.stable().serviceName(),
            weights.stable().podTemplateHash(),
            weights.canary().weight(),
            canary.routes(),
            HeaderRoutes.of(state),
            weights.additional().stream()
                .map(it -> new Share(it.serviceName(), it.podTemplateHash(), it.weight()))
                .toList(),
            routing.fullWeight()));
  }

  /** All of the traffic of a Service's own routes; empty if it has none or selects nothing. */
  static Optional<TrafficSplit> leadingTo(RolloutState state, ServiceSelection service) {
    String hash = service.hash();
    if (hash == null || service.routes().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrafficSplit(
            state.rollout().name(),
            state.rollout().namespace(),
            service.routes(),
            service.name(),
            hash,
            service.name(),
            hash,
            0,
            List.of(),
            List.of(),
            List.of(),
            TrafficRouting.PERCENT));
  }

  /** All that has to be in effect: revisions, experiments, Services, the split. */
  static List<Action> effectsOf(RolloutState state) {
    List<Action> actions = new ArrayList<>();
    for (ReplicaSet replicaSet : state.allReplicaSets()) {
      actions.add(new Action.ApplyReplicaSet(replicaSet));
    }
    for (ServiceSelection service : state.services()) {
      if (service.hash() != null) {
        actions.add(new Action.SelectService(service.name(), service.hash()));
      }
      leadingTo(state, service).ifPresent(split -> actions.add(new Action.RouteTraffic(split)));
    }
    of(state).ifPresent(split -> actions.add(new Action.RouteTraffic(split)));
    return actions;
  }
}
