package com.alexandrite.console.group;

import com.alexandrite.console.group.GroupReleases.Kept;
import com.alexandrite.console.loop.RolloutLoop.AllPassed;
import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.GroupedReleases;
import com.alexandrite.console.release.Passes;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.WayBackReason;
import com.alexandrite.rollouts.engine.group.Cause;
import com.alexandrite.rollouts.engine.group.GroupAction;
import com.alexandrite.rollouts.engine.group.GroupReconciler;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import com.alexandrite.rollouts.engine.group.Part;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries the releases of groups on after each look at all rollouts: decide, save, act. */
@Component
@OnThisMachine
class GroupPass {
  private static final Logger log = LoggerFactory.getLogger(GroupPass.class);

  private final GroupReleases releases;
  private final RolloutController controller;
  private final GroupedReleases members;
  private final Passes passes;
  private final InstantSource clock;

  GroupPass(
      GroupReleases releases,
      RolloutController controller,
      GroupedReleases members,
      Passes passes,
      InstantSource clock) {
    this.releases = releases;
    this.controller = controller;
    this.members = members;
    this.passes = passes;
    this.clock = clock;
  }

  /** What fails is repeated after the next look. */
  @EventListener(AllPassed.class)
  void passed() {
    try {
      releases.running().forEach(this::carryOn);
    } catch (RuntimeException e) {
      log.warn("the releases of groups are not carried on now, and will be", e);
    }
  }

  private void carryOn(Kept kept) {
    GroupRelease before = kept.release();
    GroupReconciler.Decision decision =
        GroupReconciler.next(before, states(before), clock.instant());
    GroupRelease after = decision.release();
    boolean changed = !after.equals(before);
    if (changed && !releases.replace(kept, after)) {
      return;
    }
    decision.actions().forEach(action -> act(after, action));
    after.members().stream()
        .filter(part -> part.stage() == Part.Stage.RUNNING)
        .forEach(part -> members.writeDown(part, after.startedAt(), forward(after), after.actor()));
    if (changed || !decision.actions().isEmpty()) {
      passes.wake();
    }
  }

  private Map<String, RolloutState> states(GroupRelease release) {
    Map<String, RolloutState> states = new TreeMap<>();
    for (Part part : release.members()) {
      controller.state(part.rollout()).ifPresent(state -> states.put(part.rollout(), state));
    }
    return states;
  }

  private void act(GroupRelease release, GroupAction action) {
    Part part = action.part();
    try {
      switch (action.kind()) {
        case RELEASE -> members.release(part, forward(release), release.actor());
        case ABORT -> members.abort(part, WayBackReason.of(release));
        case UNDO -> members.undo(part, release.group().name(), WayBackReason.of(release));
      }
    } catch (Refused refused) {
      log.warn("group {}: {}", release.group().name(), refused.detail());
      releases.change(
          release.id(), it -> it.failing(Cause.Kind.REFUSED, part.rollout(), refused.detail()));
    }
  }

  private static String forward(GroupRelease release) {
    return "release group " + release.group().name() + ": " + release.reason();
  }
}
