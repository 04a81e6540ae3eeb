package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.group.Cause.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One release of a group, complete enough to go on from after a restart.
 *
 * @param group as it was when the release began
 * @param reason why it was asked for
 * @param actor who asked
 * @param outcome how far it is
 * @param cause what made it go back; null while nothing did
 * @param endedAt null while it runs
 * @param members in the group's order
 */
public record GroupRelease(
    String id,
    ReleaseGroup group,
    String reason,
    String actor,
    Instant startedAt,
    Outcome outcome,
    @Nullable Cause cause,
    @Nullable Instant endedAt,
    List<Part> members) {

  public GroupRelease {
    members = List.copyOf(members);
  }

  /** A release that nothing was done for yet. */
  public static GroupRelease begun(
      String id,
      ReleaseGroup group,
      String reason,
      String actor,
      Instant startedAt,
      List<Part> members) {
    return new GroupRelease(
        id, group, reason, actor, startedAt, Outcome.RUNNING, null, null, members);
  }

  /** How a release of a group stands. */
  public enum Outcome {
    RUNNING,
    PROMOTED,
    GOING_BACK,
    ROLLED_BACK,
    /** It went back, but not with all members. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean over() {
      return this == PROMOTED || this == ROLLED_BACK || this == FAILED;
    }
  }

  /** Whether nothing more will happen. */
  public boolean over() {
    return outcome.over();
  }

  /** The way back begins, unless it did already: the first cause counts. */
  public GroupRelease failing(Kind kind, String who, String detail) {
    return failing(new Cause(kind, who, detail));
  }

  GroupRelease failing(Cause found) {
    return outcome == Outcome.RUNNING
        ? new GroupRelease(
            id, group, reason, actor, startedAt, Outcome.GOING_BACK, found, endedAt, members)
        : this;
  }

  GroupRelease ended(Outcome ending, Instant at) {
    return new GroupRelease(id, group, reason, actor, startedAt, ending, cause, at, members);
  }

  GroupRelease with(List<Part> changed) {
    return new GroupRelease(id, group, reason, actor, startedAt, outcome, cause, endedAt, changed);
  }

  GroupRelease each(UnaryOperator<Part> change) {
    return with(members.stream().map(change).toList());
  }
}
