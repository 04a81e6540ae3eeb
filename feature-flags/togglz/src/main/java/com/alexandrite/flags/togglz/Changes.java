package com.alexandrite.flags.togglz;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to a stored document. */
final class Changes {
  private Changes() {}

  /**
   * A pushed document, with what was changed here since the last one and the push leaves alone.
   *
   * @param before the last one that was pushed; null without one
   */
  static FlagDocument merged(
      FlagDocument here, @Nullable FlagDocument before, FlagDocument pushed) {
    if (before == null) {
      return pushed;
    }
    List<FlagState> states = new ArrayList<>();
    for (FlagState state : pushed.flags()) {
      boolean untouched = state.equals(state(before, state.key()));
      FlagState kept = untouched ? state(here, state.key()) : null;
      states.add(kept == null ? state : kept);
    }
    return with(pushed, states);
  }

  /** A document with one flag changed; a flag that it did not know is a new one there. */
  static FlagDocument with(FlagDocument document, String key, UnaryOperator<FlagState> change) {
    FlagState before = state(document, key);
    List<FlagState> states = new ArrayList<>(document.flags());
    if (before == null) {
      states.add(change.apply(new FlagState(key, false, "", List.of())));
    } else {
      states.set(states.indexOf(before), change.apply(before));
    }
    return with(document, states);
  }

  private static FlagDocument with(FlagDocument document, List<FlagState> states) {
    return new FlagDocument(
        document.environment(),
        document.version(),
        document.changedAt(),
        states,
        document.segments());
  }

  private static @Nullable FlagState state(FlagDocument document, String key) {
    return document.flags().stream()
        .filter(state -> state.key().equals(key))
        .findFirst()
        .orElse(null);
  }
}
