package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;

/** Analysis runs made of the rollout's templates, measured by a provider. */
final class TemplateAnalysisRuns implements AnalysisRuns {

  private final MetricProvider provider;

  TemplateAnalysisRuns(MetricProvider provider) {
    this.provider = provider;
  }

  @Override
  public Creation create(Order order) {
    return new Creation.Refused("no templates for " + provider);
  }

  @Override
  public Advance advance(RolloutState state, Instant now) {
    return new Advance(state, null);
  }
}
