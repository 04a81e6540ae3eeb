package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import org.springframework.stereotype.Component;

/**
 * Writes down a release for each undo that the guard after a promotion began by itself, and for one
 * of a group whose console was killed before it did.
 */
@Component
@OnThisMachine
public class GuardedReleases {
  private static final String ACTOR = "guard";

  private final Releases releases;
  private final ReleaseOpening opening;
  private final AuditLog audit;

  GuardedReleases(Releases releases, ReleaseOpening opening, AuditLog audit) {
    this.releases = releases;
    this.opening = opening;
    this.audit = audit;
  }

  /** Looks at a state that was just saved and acted upon. */
  public void observe(RolloutState state) {
    Undo undo = state.rollout().status().safeguards().undo();
    if (undo != null && !known(state, undo)) {
      String actor = undo.group() == null ? ACTOR : GroupedReleases.ACTOR;
      opening.openBack(state, undo, actor);
      audit.add(
          actor,
          "undo",
          state.rollout().name() + " " + Versions.wanted(state),
          undo.why(),
          "everybody back to the version before",
          null,
          state);
    }
  }

  /** The undo is known as soon as its release is. */
  private boolean known(RolloutState state, Undo undo) {
    return releases.newest(state.rollout().name(), 1).stream()
        .anyMatch(release ->
            release.toHash().equals(undo.toHash()) && !release.startedAt().isBefore(undo.at()));
  }
}
