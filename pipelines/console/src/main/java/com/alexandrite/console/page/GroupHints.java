package com.alexandrite.console.page;

import com.alexandrite.console.view.GroupDesk;
import com.alexandrite.console.view.GroupView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What every page may say of release groups, through {@code grouping}; a console of a cluster has
 * none.
 */
@ControllerAdvice(basePackageClasses = GroupHints.class)
class GroupHints {
  private final @Nullable GroupDesk groups;

  GroupHints(ObjectProvider<GroupDesk> groups) {
    this.groups = groups.getIfAvailable();
  }

  @ModelAttribute("grouping")
  GroupHints grouping() {
    return this;
  }

  /** Whether there can be groups at all. */
  public boolean there() {
    return groups != null;
  }

  /** The groups whose release is under way. */
  public List<GroupView> underWay() {
    return groups == null ? List.of() : groups.underWay();
  }

  /** Those of them that this rollout takes part in. */
  public List<GroupView> with(String rollout) {
    return underWay().stream()
        .filter(group -> {
          GroupView.Release release = group.release();
          return release != null
              && release.members().stream().anyMatch(part -> part.rollout().equals(rollout));
        })
        .toList();
  }
}
