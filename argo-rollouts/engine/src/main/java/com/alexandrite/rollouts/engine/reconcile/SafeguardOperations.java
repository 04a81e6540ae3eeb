package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import com.alexandrite.rollouts.engine.safeguard.ConfigRevisions;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to a rollout beyond Argo: each a function on its state. */
public final class SafeguardOperations {

  private SafeguardOperations() {}

  /**
   * An earlier revision serves everybody again as soon as its pods are there: no steps, no
   * analysis.
   *
   * @param why shown until another revision is wanted
   * @param group the release group that goes back; null for none
   */
  public static RolloutState undoAtOnce(
      RolloutState state, String toHash, String why, @Nullable String group, Instant now) {
    String from = state.rollout().status().stableRS();
    var undo = new SafeguardStatus.Undo(now, from, toHash, why, group);
    return state
        .replicaSet(toHash)
        .map(target -> RolloutOperations.setTemplate(state, target.template()))
        .map(changed -> with(changed, safeguards -> safeguards.cleared().withUndo(undo)))
        .orElse(state);
  }

  /** The new stable needs no more watching. */
  public static RolloutState accept(RolloutState state) {
    return with(state, safeguards -> safeguards.withBake(null));
  }

  /**
   * The configuration was seen to be this one: what is new is wanted, if the rollout asks for that.
   * A configuration that was seen before changes nothing, so an undo is not undone by the file that
   * still says what was wrong.
   */
  public static RolloutState configured(RolloutState state, String hash) {
    if (!ConfigRevisions.asked(state.rollout()) || hash.equals(ConfigRevisions.known(state))) {
      return state;
    }
    RolloutState noted = with(state, safeguards -> safeguards.withConfigHash(hash));
    return RolloutOperations.setTemplate(
        noted, ConfigRevisions.newest(noted, noted.rollout().spec().template()));
  }

  private static RolloutState with(RolloutState state, UnaryOperator<SafeguardStatus> change) {
    return state.withStatus(
        old -> StatusDraft.of(old).safeguards(change.apply(old.safeguards())).build());
  }
}
