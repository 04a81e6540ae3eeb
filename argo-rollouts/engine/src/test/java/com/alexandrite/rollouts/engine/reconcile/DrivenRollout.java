package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A rollout that a controller carries out at once, as its pods are there as soon as wanted. */
final class DrivenRollout {

  final VirtualClock clock = new VirtualClock(Simulation.START);

  private final RolloutController controller =
      new RolloutController(
          new InMemoryRolloutStore(),
          new InMemoryWorkload(),
          new NopTrafficRouter(),
          new ScriptedMetrics(clock, Map.of()),
          clock,
          (state, event) -> {});
  private final String name;

  /** Deploys its first version. */
  DrivenRollout(RolloutState first) {
    name = first.rollout().name();
    controller.create(first);
    controller.run(name);
  }

  /** Where it stands when somebody has done this to it. */
  RolloutStatus after(UnaryOperator<RolloutState> operation) {
    controller.change(name, operation);
    controller.run(name);
    return status();
  }

  RolloutState state() {
    return controller.state(name).orElseThrow();
  }

  RolloutStatus status() {
    return state().rollout().status();
  }
}
