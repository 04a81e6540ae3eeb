package com.alexandrite.console.group;

import com.alexandrite.console.view.GroupView;
import com.alexandrite.rollouts.engine.group.Cause;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import com.alexandrite.rollouts.engine.group.Part;
import com.alexandrite.rollouts.engine.group.ReleaseGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups and their releases as they are shown. */
final class GroupViews {
  private GroupViews() {}

  static GroupView of(ReleaseGroup group, List<GroupRelease> newest) {
    return new GroupView(
        group.name(),
        members(group),
        newest.isEmpty() ? null : release(newest.getFirst()),
        newest.stream().skip(1).map(GroupViews::release).toList());
  }

  private static List<GroupView.Member> members(ReleaseGroup group) {
    return group.members().stream()
        .map(it -> new GroupView.Member(it.rollout(), it.after(), it.when().toString()))
        .toList();
  }

  private static GroupView.Release release(GroupRelease release) {
    return new GroupView.Release(
        release.id(),
        release.outcome().name(),
        release.reason(),
        release.actor(),
        cause(release.cause()),
        release.startedAt(),
        release.endedAt(),
        members(release.group()),
        release.members().stream().map(GroupViews::part).toList());
  }

  private static GroupView.Part part(Part part) {
    return new GroupView.Part(
        part.rollout(),
        version(part.fromImage()),
        version(part.image()),
        part.drill(),
        part.stage().name(),
        cause(part.left()));
  }

  private static GroupView.@Nullable Cause cause(@Nullable Cause cause) {
    return cause == null
        ? null
        : new GroupView.Cause(cause.kind().name(), cause.who(), cause.detail());
  }

  private static String version(String image) {
    return image.substring(image.lastIndexOf(':') + 1);
  }
}
