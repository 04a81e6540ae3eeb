package com.alexandrite.console.view;

import java.util.List;

/** What the pages know of release groups. */
public interface GroupDesk {

  /** Every group with its releases. */
  List<GroupView> groups();

  /** What is wrong with groups that are not among them, each with its place. */
  List<String> problems();

  /** The groups whose release is under way, without what was before. */
  List<GroupView> underWay();

  /** Stops a group's release, or says why not: all its members go back. */
  ActionOutcome stop(String group, String reason, String actor);
}
