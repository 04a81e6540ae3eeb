package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.store.FlagJson;
import org.jspecify.annotations.Nullable;

/**
 * A change in the timeline.
 *
 * @param before percentage of all before; null when it was off
 * @param after percentage of all afterwards; null when it is off
 * @param undoable whether it can be taken back
 */
public record ChangeLine(
    Change change, @Nullable Double before, @Nullable Double after, boolean undoable) {

  static ChangeLine of(Change change) {
    boolean flag = change.subjectKind().equals("flag");
    FlagState before = flag ? FlagJson.readNullable(change.before(), FlagState.class) : null;
    FlagState after = flag ? FlagJson.readNullable(change.after(), FlagState.class) : null;
    return new ChangeLine(change, percent(before), percent(after), before != null && after != null);
  }

  static @Nullable Double percent(@Nullable FlagState state) {
    return state == null || !state.enabled() ? null : FlagModel.percent(state);
  }

  /** Icon of the kind. */
  public String icon() {
    return switch (change.kind()) {
      case "off" -> "ban";
      case "on" -> "check";
      case "share" -> "scale";
      case "undo" -> "undo-2";
      case "shuffle" -> "rotate-ccw";
      case "import" -> "plus";
      case "archive" -> "x";
      default -> "layers";
    };
  }

  /** The timeline's word for its colour. */
  public String tone() {
    return switch (change.kind()) {
      case "off", "archive" -> "failed";
      case "undo" -> "waiting";
      case "import" -> "pending";
      default -> "done";
    };
  }
}
