package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import org.jspecify.annotations.Nullable;

/** Takes a change back by another change: the subject becomes what it was before. */
public final class UndoingChange {
  private final History history;
  private final ChangingFlag flags;
  private final ChangingSegment segments;

  /** Over the ways to change. */
  public UndoingChange(History history, ChangingFlag flags, ChangingSegment segments) {
    this.history = history;
    this.flags = flags;
    this.segments = segments;
  }

  /** Does it, or leaves it to a second person. */
  public Outcome undo(long id, String actor, @Nullable String reason) {
    Change change = history.known(id);
    String why = Refused.reason(reason);
    if (change.subjectKind().equals("segment")) {
      Segment before = FlagJson.readNullable(change.before(), Segment.class);
      return segments.change(
          new ChangingSegment.SegmentOrder(
              change.environment(), change.subject(), before, actor, why, null, id));
    }
    return flags.change(
        new Order(
            change.environment(),
            change.subject(),
            new Edit.Restore(stateBefore(change), "undo"),
            actor,
            why,
            null,
            null,
            id));
  }

  private static FlagState stateBefore(Change change) {
    FlagState before = FlagJson.readNullable(change.before(), FlagState.class);
    if (before == null || change.after() == null) {
      throw Refused.conflict(
          "not-undoable",
          change.subject() + " came or went with its definition file.",
          "Bring the file back, or delete it, and import the definitions.");
    }
    return before;
  }
}
