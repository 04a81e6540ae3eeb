package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.group.GroupAction;
import com.alexandrite.rollouts.engine.group.MemberView;
import com.alexandrite.rollouts.engine.group.Part;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a release group does to its members; each leaves its line in history and audit. */
@Component
@OnThisMachine
public class GroupedReleases {

  private static final Logger log = LoggerFactory.getLogger(GroupedReleases.class);

  /** Who takes the members of a group back. */
  static final String ACTOR = "group";

  private final RolloutController controller;
  private final LiveReleaseActions actions;
  private final Releases releases;
  private final ReleaseOpening opening;
  private final ImageCheck images;
  private final AuditLog audit;
  private final InstantSource clock;

  GroupedReleases(
      RolloutController controller,
      LiveReleaseActions actions,
      Releases releases,
      ReleaseOpening opening,
      ImageCheck images,
      AuditLog audit,
      InstantSource clock) {
    this.controller = controller;
    this.actions = actions;
    this.releases = releases;
    this.opening = opening;
    this.images = images;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A member whose turn has not come.
   *
   * @throws Refused for a rollout, image or drill that does not exist
   */
  public Part waiting(String rollout, ReleaseOrder order) {
    images.check(order.image());
    Drills.check(order.drill());
    RolloutState state =
        controller.state(rollout).orElseThrow(() -> Refused.unknownRollout(rollout));
    return Part.waiting(state, order.template(state), order.drill(), order.gitRevision());
  }

  /** Its turn has come; nothing is done if somebody ordered something else meanwhile. */
  public void release(Part part, String reason, String actor) {
    var order = new ReleaseOrder(part.image(), part.drill(), part.source(), reason);
    try {
      actions.release(
          part.rollout(),
          order,
          actor,
          state -> unlessOvertaken(MemberView.of(state).mark().equals(part.mark())));
    } catch (Overtaken e) {
      log.info("{} is not released with its group: somebody wants something else", part.rollout());
    }
  }

  /** Somebody was quicker; the group's next look sees what is wanted now. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void unlessOvertaken(boolean asDecided) {
    if (!asDecided) {
      throw new Overtaken();
    }
  }

  /** Its release begins in the history, if a console was killed before it wrote that down. */
  public void writeDown(Part part, Instant since, String reason, String actor) {
    boolean known =
        releases.newest(part.rollout(), 1).stream()
            .anyMatch(release ->
                release.toHash().equals(part.to()) && !release.startedAt().isBefore(since));
    if (!known) {
      controller
          .state(part.rollout())
          .filter(state -> state.rollout().status().stableRS().equals(part.from()))
          .ifPresent(state -> opening.open(state, state, reason, actor, part.source()));
    }
  }

  /** Everybody back to stable. */
  public void abort(Part part, String why) {
    try {
      change(part, "abort", why, "back to stable with the others", GroupAction::abort);
    } catch (Overtaken e) {
      log.info("{} is not aborted with its group: somebody wants something else", part.rollout());
    }
  }

  /** Back to what was stable before the group began. */
  public void undo(Part part, String group, String why) {
    Instant now = clock.instant();
    try {
      Change change =
          change(
              part,
              "undo",
              why,
              "back with the others to the version before",
              state -> GroupAction.undo(state, part, group, why, now));
      boolean promoted = !change.before().rollout().status().stableRS().equals(part.from());
      if (promoted) {
        opening.open(change.before(), change.after(), why, ACTOR, null);
      }
    } catch (Overtaken e) {
      log.info("{} is not undone with its group: somebody wants something else", part.rollout());
    }
  }

  private record Change(RolloutState before, RolloutState after) {}

  private Change change(
      Part part,
      String action,
      String why,
      String consequence,
      UnaryOperator<RolloutState> operation) {
    String rollout = part.rollout();
    RolloutState before =
        controller.state(rollout).orElseThrow(() -> Refused.unknownRollout(rollout));
    RolloutState after =
        controller
            .change(
                rollout,
                state -> {
                  unlessOvertaken(MemberView.of(state).wanted().equals(part.to()));
                  return operation.apply(state);
                })
            .orElseThrow(() -> Refused.unknownRollout(rollout));
    String subject = rollout + " " + Versions.wanted(before);
    audit.add(ACTOR, action, subject, why, consequence, before, after);
    return new Change(before, after);
  }
}
