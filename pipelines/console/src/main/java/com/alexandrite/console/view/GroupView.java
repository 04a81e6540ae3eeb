package com.alexandrite.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release group.
 *
 * @param members its rollouts in their order
 * @param release the running or last one, null before the first
 * @param earlier the releases before that one, newest first
 */
public record GroupView(
    String name, List<Member> members, @Nullable Release release, List<Release> earlier) {

  /** Copies the lists. */
  public GroupView {
    members = List.copyOf(members);
    earlier = List.copyOf(earlier);
  }

  /**
   * One member.
   *
   * @param after members that go before it
   * @param when how far those have to be: promoted, baked, step N or weight N
   */
  public record Member(String rollout, List<String> after, String when) {

    /** Copies the list. */
    public Member {
      after = List.copyOf(after);
    }
  }

  /**
   * A release of the group.
   *
   * @param outcome RUNNING, PROMOTED, GOING_BACK, ROLLED_BACK, or FAILED if some did not go back
   * @param cause what made it go back; null while nothing did
   * @param plan the members that take part, as they were ordered when it began
   * @param members what became of them, in the same order
   */
  public record Release(
      String id,
      String outcome,
      String reason,
      String actor,
      @Nullable Cause cause,
      Instant startedAt,
      @Nullable Instant endedAt,
      List<Member> plan,
      List<Part> members) {

    /** Copies the lists. */
    public Release {
      plan = List.copyOf(plan);
      members = List.copyOf(members);
    }
  }

  /**
   * What became of one member.
   *
   * @param drill fault that the new version carries on purpose; null for none
   * @param stage WAITING, ORDERED, RUNNING, PROMOTED, SKIPPED, ABORTED, UNDOING, UNDONE or LEFT
   * @param left why it did not go back with the others; null unless it is LEFT
   */
  public record Part(
      String rollout,
      String fromVersion,
      String toVersion,
      @Nullable String drill,
      String stage,
      @Nullable Cause left) {}

  /**
   * Why the group goes back, or a member did not.
   *
   * @param kind FAILED, UNDONE, REPLACED, GONE, REFUSED, FORGOTTEN or STOPPED
   * @param who the rollout, or the person who stopped the group
   * @param detail in the words of whoever decided it
   */
  public record Cause(String kind, String who, String detail) {}
}
