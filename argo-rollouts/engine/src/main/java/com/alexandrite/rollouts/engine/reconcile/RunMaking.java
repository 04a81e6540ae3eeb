package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Creation;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Order;
import com.alexandrite.rollouts.engine.template.Joined;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RolloutArguments;
import com.alexandrite.rollouts.engine.template.TemplateReferences;
import java.util.List;

/** Makes one run of the templates and arguments that a Rollout names. */
final class RunMaking {

  private final Order order;

  RunMaking(Order order) {
    this.order = order;
  }

  Creation make() {
    TemplateReferences.Found found =
        TemplateReferences.find(order.analysis().templates(), order.state().templates());
    Refused refused = found.refused();
    if (refused != null) {
      return new Creation.Refused(refused.message());
    }
    return switch (arguments()) {
      case Refused why -> new Creation.Refused(why.message());
      case RolloutArguments.Values(List<Argument> values) ->
          joined(Joined.of(found.templates(), order.analysis(), values));
    };
  }

  private RolloutArguments arguments() {
    ReplicaSet stable = order.stable();
    return RolloutArguments.of(
        order.analysis().args(),
        order.latest().hash(),
        stable == null ? "" : stable.hash(),
        () -> RolloutTree.of(order.state().rollout()));
  }

  private Creation joined(Joined joined) {
    return switch (joined) {
      case Refused why -> new Creation.Refused(why.message());
      case Joined.Run run -> new Creation.Created(run(run));
    };
  }

  private AnalysisRun run(Joined.Run run) {
    return new AnalysisRun(
        name(),
        order.kind(),
        order.stepIndex(),
        order.latest().hash(),
        order.latest().revision(),
        order.now(),
        run.metrics(),
        run.args(),
        run.dryRun(),
        run.measurementRetention(),
        AnalysisRunState.NEW);
  }

  private String name() {
    Rollout rollout = order.state().rollout();
    String base = rollout.name() + "-" + order.latest().hash() + "-" + rollout.revision();
    return switch (order.kind()) {
      case STEP, EXPERIMENT -> base + "-" + order.stepIndex();
      case BACKGROUND -> base;
      case PRE_PROMOTION -> base + "-pre";
      case POST_PROMOTION -> base + "-post";
      case BAKE -> base + "-bake";
    };
  }
}
