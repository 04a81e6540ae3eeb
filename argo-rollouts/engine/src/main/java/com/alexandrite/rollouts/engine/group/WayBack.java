package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.group.Cause.Kind;
import com.alexandrite.rollouts.engine.group.Part.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group goes back: members that run are aborted at once, those that were promoted go back one
 * after the other, the last first. What somebody else wants meanwhile is left alone, and so is what
 * can't go back; the others don't wait for it.
 */
final class WayBack {

  private final Map<String, MemberView> seen;
  private final List<GroupAction> actions;

  WayBack(Map<String, MemberView> seen, List<GroupAction> actions) {
    this.seen = seen;
    this.actions = actions;
  }

  GroupRelease of(GroupRelease release) {
    List<Part> parts = new ArrayList<>(release.members());
    boolean laterAreBack = true;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = back(parts.get(i), laterAreBack);
      parts.set(i, part);
      laterAreBack &= part.stage().back();
    }
    return release.with(parts);
  }

  private Part back(Part part, boolean laterAreBack) {
    MemberView view = seen.get(part.rollout());
    return switch (part.stage()) {
      case WAITING -> part.at(Stage.SKIPPED);
      case ORDERED -> neverBegun(part, view);
      case RUNNING -> running(part, view);
      case PROMOTED, UNDOING -> laterAreBack ? undo(part, view) : part;
      case SKIPPED, ABORTED, UNDONE, LEFT -> part;
    };
  }

  private static Part neverBegun(Part part, @Nullable MemberView view) {
    if (view == null) {
      return part.left(Kind.GONE, "");
    }
    return view.mark().equals(part.mark()) ? part.at(Stage.SKIPPED) : part.left(Kind.REPLACED, "");
  }

  /** What has not begun can't be aborted: nothing is wanted of it any more. */
  private Part running(Part part, @Nullable MemberView view) {
    return view != null && wanted(part, view) && view.begun()
        ? abort(part, view)
        : undo(part, view);
  }

  private Part abort(Part part, MemberView view) {
    if (!view.aborted()) {
      actions.add(new GroupAction(GroupAction.Kind.ABORT, part));
      return part;
    }
    return view.weight() == 0 ? part.at(Stage.ABORTED) : part;
  }

  private Part undo(Part part, @Nullable MemberView view) {
    if (view == null) {
      return part.left(Kind.GONE, "");
    }
    if (wanted(part, view)) {
      return order(part, view);
    }
    if (!view.wanted().equals(part.from())) {
      return part.left(Kind.REPLACED, "");
    }
    if (view.serves(part.from())) {
      return part.at(Stage.UNDONE);
    }
    return view.failed() ? part.left(Kind.FAILED, view.message()) : part.at(Stage.UNDOING);
  }

  private Part order(Part part, MemberView view) {
    if (!view.revisions().contains(part.from())) {
      return part.left(Kind.FORGOTTEN, "");
    }
    Part undoing = part.at(Stage.UNDOING);
    actions.add(new GroupAction(GroupAction.Kind.UNDO, undoing));
    return undoing;
  }

  private static boolean wanted(Part part, MemberView view) {
    return view.wanted().equals(part.to());
  }
}
