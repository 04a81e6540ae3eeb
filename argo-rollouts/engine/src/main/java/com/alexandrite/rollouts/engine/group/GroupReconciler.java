package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.group.GroupRelease.Outcome;
import com.alexandrite.rollouts.engine.group.Part.Stage;
import com.alexandrite.rollouts.engine.group.ReleaseGroup.Member;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is next for a release of a group: the release to save, and then the actions to take. Look at
 * every member; if one failed, all go back; else whose turn has come begins; and in the end it is
 * over. An action is asked for again until its effect is seen, so nothing is lost with an engine
 * that dies between saving and acting.
 */
public final class GroupReconciler {

  private final Map<String, MemberView> seen = new TreeMap<>();
  private final List<GroupAction> actions = new ArrayList<>();
  private final Instant now;

  private GroupReconciler(Map<String, RolloutState> states, Instant now) {
    this.now = now;
    states.forEach((name, state) -> seen.put(name, MemberView.of(state)));
  }

  /** The release as it becomes, and what to do when it is saved. */
  public record Decision(GroupRelease release, List<GroupAction> actions) {
    public Decision {
      actions = List.copyOf(actions);
    }
  }

  /**
   * One pass.
   *
   * @param states the members' rollouts by name
   */
  public static Decision next(GroupRelease release, Map<String, RolloutState> states, Instant now) {
    return release.over()
        ? new Decision(release, List.of())
        : new GroupReconciler(states, now).next(release);
  }

  private Decision next(GroupRelease release) {
    GroupRelease looked =
        release.each(part -> MemberProgress.looked(part, seen.get(part.rollout())));
    GroupRelease judged = failure(looked).map(looked::failing).orElse(looked);
    GroupRelease moved =
        judged.outcome() == Outcome.RUNNING
            ? judged.each(part -> forward(judged, part))
            : new WayBack(seen, actions).of(judged);
    return new Decision(ended(moved), actions);
  }

  private Optional<Cause> failure(GroupRelease looked) {
    return looked.members().stream()
        .flatMap(part -> MemberProgress.failure(part, seen.get(part.rollout())).stream())
        .findFirst();
  }

  private Part forward(GroupRelease judged, Part part) {
    boolean begins =
        part.stage() == Stage.ORDERED
            || (part.stage() == Stage.WAITING && mayBegin(judged, part.rollout()));
    if (!begins) {
      return part;
    }
    Part ordered = part.at(Stage.ORDERED);
    actions.add(new GroupAction(GroupAction.Kind.RELEASE, ordered));
    return ordered;
  }

  private boolean mayBegin(GroupRelease judged, String rollout) {
    Member member =
        judged.group().members().stream()
            .filter(it -> it.rollout().equals(rollout))
            .findFirst()
            .orElseThrow();
    return judged.members().stream()
        .filter(before -> member.after().contains(before.rollout()))
        .allMatch(before -> passed(before, member.when()));
  }

  private boolean passed(Part before, Gate gate) {
    MemberView view = seen.get(before.rollout());
    boolean begun = before.stage() == Stage.RUNNING || before.stage() == Stage.PROMOTED;
    return begun && view != null && view.passed(gate, before.to());
  }

  private GroupRelease ended(GroupRelease moved) {
    List<Part> members = moved.members();
    if (moved.outcome() == Outcome.RUNNING) {
      return members.stream().allMatch(this::finished) ? moved.ended(Outcome.PROMOTED, now) : moved;
    }
    if (!members.stream().allMatch(part -> part.stage().back())) {
      return moved;
    }
    boolean all = members.stream().noneMatch(part -> part.stage() == Stage.LEFT);
    return moved.ended(all ? Outcome.ROLLED_BACK : Outcome.FAILED, now);
  }

  /** A group is done when no member is watched any more: until then all may have to go back. */
  private boolean finished(Part part) {
    MemberView view = seen.get(part.rollout());
    return part.stage() == Stage.PROMOTED && view != null && !view.watched();
  }
}
