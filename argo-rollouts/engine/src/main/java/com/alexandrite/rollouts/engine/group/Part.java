package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import org.jspecify.annotations.Nullable;

/**
 * What a release of a group is for one of its members. All that it needs to know is decided when
 * the group's release begins.
 *
 * @param image that is released
 * @param drill fault that the new pods carry on purpose; null for none
 * @param source what it was built from; null if unknown
 * @param fromImage that was stable
 * @param mark what was wanted when the group began, see {@link MemberView#mark}
 * @param from pod template hash that was stable then
 * @param to pod template hash that is released
 * @param left why it did not go back with the others; null unless it is {@link Stage#LEFT}
 */
public record Part(
    String rollout,
    String image,
    @Nullable String drill,
    @Nullable String source,
    String fromImage,
    String mark,
    String from,
    String to,
    Stage stage,
    @Nullable Cause left) {

  /** How far a member is. */
  public enum Stage {
    /** Waits for the ones before it. */
    WAITING,
    /** Its release is ordered and not seen yet. */
    ORDERED,
    RUNNING,
    PROMOTED,
    /** It had not begun when another failed. */
    SKIPPED,
    /** It failed, or was aborted because another did. */
    ABORTED,
    /** It had been promoted and is on its way back. */
    UNDOING,
    UNDONE,
    /** It did not go back with the others, and nothing more is done to it. */
    LEFT;

    /** Whether a group that goes back has nothing more to do here. */
    boolean back() {
      return this == SKIPPED || this == ABORTED || this == UNDONE || this == LEFT;
    }
  }

  /**
   * A member whose turn has not come.
   *
   * @param released the pod template that its turn will want
   */
  public static Part waiting(
      RolloutState state, PodTemplate released, @Nullable String drill, @Nullable String source) {
    MemberView view = MemberView.of(state);
    return new Part(
        state.rollout().name(),
        released.container().image(),
        drill,
        source,
        state
            .replicaSet(view.stable())
            .map(stable -> stable.template().container().image())
            .orElse(""),
        view.mark(),
        view.stable(),
        released.hash(),
        Stage.WAITING,
        null);
  }

  Part at(Stage changed) {
    return new Part(rollout, image, drill, source, fromImage, mark, from, to, changed, left);
  }

  Part left(Cause.Kind kind, String detail) {
    Cause why = new Cause(kind, rollout, detail);
    return new Part(rollout, image, drill, source, fromImage, mark, from, to, Stage.LEFT, why);
  }
}
