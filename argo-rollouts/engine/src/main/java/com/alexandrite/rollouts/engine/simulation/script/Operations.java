package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations.Undo;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a person may do to a rollout, by the words of scripts. */
public final class Operations {

  private Operations() {}

  /**
   * The operation of this name; empty if there is none.
   *
   * @param details the {@code image}, the number of {@code replicas}, the revision that an undo
   *     goes {@code toRevision}
   */
  public static Optional<UnaryOperator<RolloutState>> named(
      String name, Map<String, Object> details) {
    @Nullable UnaryOperator<RolloutState> operation =
        switch (name) {
          case "setImage" ->
              state -> RolloutOperations.setImage(state, Data.text(details.get("image")));
          case "promote" -> RolloutOperations::promote;
          case "promoteFull" -> RolloutOperations::promoteFull;
          case "skipCurrentStep" -> RolloutOperations::skipCurrentStep;
          case "skipAllSteps" -> RolloutOperations::skipAllSteps;
          case "abort" -> RolloutOperations::abort;
          case "retry" -> RolloutOperations::retry;
          case "pause" -> RolloutOperations::pause;
          case "resume" -> RolloutOperations::resume;
          case "accept" -> SafeguardOperations::accept;
          case "scale" ->
              state -> RolloutOperations.scale(state, Data.integer(details.get("replicas"), 1));
          case "undo" -> state -> undo(state, Data.integer(details.get("toRevision"), 0));
          default -> null;
        };
    return Optional.ofNullable(operation);
  }

  private static RolloutState undo(RolloutState state, int toRevision) {
    return switch (RolloutOperations.undo(state, toRevision)) {
      case Undo.Changed(RolloutState changed) -> changed;
      case Undo.Refused refused -> state;
    };
  }
}
