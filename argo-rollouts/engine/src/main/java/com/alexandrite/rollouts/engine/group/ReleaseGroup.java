package com.alexandrite.rollouts.engine.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rollouts that are released together.
 *
 * @param members each after those that it names, which come before it in the list
 */
public record ReleaseGroup(String name, List<Member> members) {

  public ReleaseGroup {
    members = List.copyOf(members);
  }

  /**
   * One rollout of the group.
   *
   * @param after members that have to be this far before this one begins
   * @param when how far that is
   */
  public record Member(String rollout, List<String> after, Gate when) {
    public Member {
      after = List.copyOf(after);
    }
  }

  /**
   * The group with these members only. Who came after one that is left out comes after those that
   * were before it.
   */
  public ReleaseGroup only(Set<String> rollouts) {
    Map<String, Set<String>> before = new HashMap<>();
    List<Member> kept = new ArrayList<>();
    for (Member member : members) {
      Set<String> after = new LinkedHashSet<>();
      member.after().stream()
          .flatMap(name ->
              rollouts.contains(name)
                  ? Stream.of(name)
                  : before.getOrDefault(name, Set.of()).stream())
          .forEach(after::add);
      before.put(member.rollout(), after);
      if (rollouts.contains(member.rollout())) {
        kept.add(new Member(member.rollout(), List.copyOf(after), member.when()));
      }
    }
    return new ReleaseGroup(name, kept);
  }
}
