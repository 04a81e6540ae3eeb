package com.alexandrite.console.group;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.EndCause;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.view.Cause;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import com.alexandrite.rollouts.engine.group.MemberView;
import com.alexandrite.rollouts.engine.group.Part;
import com.alexandrite.rollouts.engine.group.ReleaseGroup;
import com.alexandrite.rollouts.engine.group.ReleaseGroup.Member;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Why a release of a group can't begin. */
@Component
@OnThisMachine
class GroupHindrances {
  private final GroupReleases releases;
  private final RolloutController controller;

  GroupHindrances(GroupReleases releases, RolloutController controller) {
    this.releases = releases;
    this.controller = controller;
  }

  /** Whether these of its members can be released, as far as other groups go. */
  void check(ReleaseGroup group, Set<String> rollouts) {
    List<String> known = group.members().stream().map(Member::rollout).toList();
    if (rollouts.isEmpty() || !known.containsAll(rollouts)) {
      throw new Refused(
          Kind.INVALID,
          "group-members",
          "The members of " + group.name() + " are " + String.join(", ", known) + ".",
          "Name a version for at least one of them, and for nothing else.");
    }
    for (GroupReleases.Kept other : releases.running()) {
      refuseBesides(other.release(), group.name(), rollouts);
    }
  }

  private static void refuseBesides(GroupRelease other, String name, Set<String> rollouts) {
    if (other.group().name().equals(name)) {
      throw Refused.notNow("group-running", "A release of this group is under way.");
    }
    for (Part part : other.members()) {
      if (rollouts.contains(part.rollout())) {
        throw Refused.notNow(
            "group-shares",
            "%s is being released with group %s.".formatted(part.rollout(), other.group().name()));
      }
    }
  }

  /** Whether each of them has something to do, and somewhere to go back to. */
  void check(List<Part> parts) {
    parts.forEach(part ->
        controller
            .state(part.rollout())
            .ifPresent(state -> {
              refuseInvalid(part, state);
              check(part, MemberView.of(state));
            }));
  }

  /** What its spec forbids would never begin. */
  private static void refuseInvalid(Part part, RolloutState state) {
    EndCause.ofStatus(state.rollout().status())
        .filter(Cause.Invalid.class::isInstance)
        .ifPresent(_ -> {
          throw new Refused(
              Kind.NOT_NOW,
              "group-member-invalid",
              part.rollout() + ": " + state.rollout().status().message(),
              "Correct its manifests and apply them first.");
        });
  }

  private static void check(Part part, MemberView view) {
    if (view.busy()) {
      throw Refused.notNow("group-member-busy", part.rollout() + " is being released already.");
    }
    if (view.stable().equals(part.to())) {
      throw new Refused(
          Kind.INVALID,
          "group-member-unchanged",
          "%s serves %s already.".formatted(part.rollout(), part.image()),
          "Leave it out, or name another version.");
    }
  }
}
