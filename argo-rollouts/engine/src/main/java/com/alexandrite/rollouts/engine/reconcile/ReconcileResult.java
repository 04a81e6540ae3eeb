package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pass decided: save the state, then do the actions, then come back.
 *
 * @param retry whether something has to come true first: come back soon, and ever later
 * @param wakeAt when to look again at the latest, even if nothing changes; null = only on a change
 */
public record ReconcileResult(
    RolloutState state,
    List<Action> actions,
    boolean retry,
    @Nullable Instant wakeAt,
    List<RolloutEvent> events) {

  public ReconcileResult {
    actions = List.copyOf(actions);
    events = List.copyOf(events);
  }

  /** Whether the pass changed nothing, so that another one now would be idle too. */
  public boolean settled(RolloutState before) {
    return actions.isEmpty() && state.equals(before);
  }
}
