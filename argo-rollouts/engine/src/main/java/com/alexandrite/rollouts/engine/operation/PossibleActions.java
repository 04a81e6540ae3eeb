package com.alexandrite.rollouts.engine.operation;

import static com.alexandrite.rollouts.engine.operation.RolloutAction.PROMOTE;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.RESUME;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.RETRY;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which actions are right in the state that a rollout is in: one rule for pages, programs and the
 * command line, whether this engine or a cluster's controller carries them out.
 */
public final class PossibleActions {

  private final LiveRollout rollout;
  private final boolean updating;
  private final int revisions;

  /**
   * Of a Rollout as the API gives it.
   *
   * @param updating whether another revision than the stable one is wanted
   * @param revisions how many revisions are known
   */
  public PossibleActions(Map<String, Object> rollout, boolean updating, int revisions) {
    this.rollout = new LiveRollout(rollout);
    this.updating = updating;
    this.revisions = revisions;
  }

  /** Of a rollout that this engine carries out. */
  public static PossibleActions of(RolloutState state) {
    Rollout rollout = state.rollout();
    boolean updating = !rollout.fullyPromoted() && !rollout.status().stableRS().isEmpty();
    return new PossibleActions(RolloutTree.of(rollout), updating, state.replicaSets().size());
  }

  /** All that are right now. */
  public List<RolloutAction> all() {
    return Stream.of(RolloutAction.values()).filter(it -> refusal(it).isEmpty()).toList();
  }

  /** Why an action is not right now; empty if it is. */
  public Optional<NotNow> refusal(RolloutAction action) {
    return Optional.ofNullable(
        switch (action) {
          case PROMOTE -> onTheWay(NotNow.NOTHING_TO_PROMOTE, NotNow.ABORTED);
          case PROMOTE_FULL -> unless(updating, NotNow.NOTHING_TO_PROMOTE);
          case SKIP_STEP, SKIP_ALL_STEPS -> skipping();
          case ABORT -> onTheWay(NotNow.NOTHING_TO_ABORT, NotNow.ABORTED_ALREADY);
          case RETRY -> unless(updating && rollout.aborted(), NotNow.NOT_ABORTED);
          case UNDO -> unless(revisions > 1, NotNow.NOTHING_TO_UNDO);
          case ACCEPT -> unless(rollout.watched(), NotNow.NOTHING_TO_ACCEPT);
          case PAUSE -> unless(!rollout.paused(), NotNow.PAUSED_ALREADY);
          case RESUME -> unless(rollout.paused(), NotNow.NOT_PAUSED);
          case RESTART -> unless(rollout.served(), NotNow.NOTHING_TO_RESTART);
          case SET_IMAGE -> null;
        });
  }

  /**
   * The action that the rollout waits for, as nothing goes on without a person; empty while it goes
   * on by itself, or has arrived.
   */
  public Optional<RolloutAction> needed() {
    if (rollout.paused()) {
      return Optional.of(RESUME);
    }
    if (!updating) {
      return Optional.empty();
    }
    if (rollout.aborted()) {
      return Optional.of(RETRY);
    }
    return rollout.pauseReasons().anyMatch(it -> ManualAction.required(it, rollout.tree()))
        ? Optional.of(PROMOTE)
        : Optional.empty();
  }

  private @Nullable NotNow onTheWay(NotNow arrived, NotNow aborted) {
    return updating ? unless(!rollout.aborted(), aborted) : arrived;
  }

  private @Nullable NotNow skipping() {
    if (!updating || rollout.aborted()) {
      return NotNow.NOTHING_TO_SKIP;
    }
    int steps = rollout.steps();
    return steps == 0
        ? NotNow.NO_STEPS
        : unless(
            Data.integer(rollout.status().get("currentStepIndex"), 0) < steps,
            NotNow.NOTHING_TO_SKIP);
  }

  private static @Nullable NotNow unless(boolean right, NotNow otherwise) {
    return right ? null : otherwise;
  }
}
