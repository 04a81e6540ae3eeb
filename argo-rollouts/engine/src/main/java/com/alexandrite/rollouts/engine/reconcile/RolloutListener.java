package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;

/** Hears what happens to rollouts. Must not call back into the engine. */
public interface RolloutListener {

  /** Hears nothing. */
  RolloutListener NOP = (state, event) -> {};

  /** Called after the state was saved and acted upon. */
  void happened(RolloutState state, RolloutEvent event);
}
