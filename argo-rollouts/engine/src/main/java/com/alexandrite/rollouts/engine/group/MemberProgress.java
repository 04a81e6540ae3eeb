package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.group.Cause.Kind;
import com.alexandrite.rollouts.engine.group.Part.Stage;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a member since the last look. */
final class MemberProgress {

  private MemberProgress() {}

  /** The member as it is now. */
  static Part looked(Part part, @Nullable MemberView view) {
    if (view == null) {
      return part;
    }
    return switch (part.stage()) {
      case ORDERED -> view.mark().equals(part.mark()) ? part : running(part, view);
      case RUNNING -> running(part, view);
      case UNDOING -> view.serves(part.from()) ? part.at(Stage.UNDONE) : part;
      case WAITING, PROMOTED, SKIPPED, ABORTED, UNDONE, LEFT -> part;
    };
  }

  private static Part running(Part part, MemberView view) {
    if (!view.wanted().equals(part.to())) {
      return part;
    }
    return part.at(view.stable().equals(part.to()) ? Stage.PROMOTED : Stage.RUNNING);
  }

  /** Why the group can't go on because of this member; empty if it can. */
  static Optional<Cause> failure(Part part, @Nullable MemberView view) {
    if (view == null) {
      return Optional.of(new Cause(Kind.GONE, part.rollout(), ""));
    }
    boolean wanted = view.wanted().equals(part.to());
    return switch (part.stage()) {
      case WAITING, ORDERED ->
          view.mark().equals(part.mark()) ? Optional.empty() : Optional.of(replaced(part));
      case RUNNING -> wanted ? failed(part, view) : Optional.of(replaced(part));
      case PROMOTED -> wanted ? Optional.empty() : Optional.of(takenBack(part, view));
      case SKIPPED, ABORTED, UNDOING, UNDONE, LEFT -> Optional.empty();
    };
  }

  private static Optional<Cause> failed(Part part, MemberView view) {
    return view.failed()
        ? Optional.of(new Cause(Kind.FAILED, part.rollout(), view.message()))
        : Optional.empty();
  }

  private static Cause takenBack(Part part, MemberView view) {
    Undo undo = view.undo();
    return undo != null && undo.fromHash().equals(part.to())
        ? new Cause(Kind.UNDONE, part.rollout(), undo.why())
        : replaced(part);
  }

  private static Cause replaced(Part part) {
    return new Cause(Kind.REPLACED, part.rollout(), "");
  }
}
