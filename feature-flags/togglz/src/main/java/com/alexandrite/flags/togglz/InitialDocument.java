package com.alexandrite.flags.togglz;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import java.time.Instant;
import java.util.List;

/** Before anything is stored each flag answers with its declared fallback; the version is 0. */
final class InitialDocument {
  private InitialDocument() {}

  static FlagDocument of(String environment, List<Flag<?>> catalogue) {
    List<FlagState> states = catalogue.stream().map(InitialDocument::state).toList();
    return new FlagDocument(environment, 0, Instant.EPOCH, states, List.of());
  }

  private static FlagState state(Flag<?> flag) {
    return isOffByFallback(flag)
        ? new FlagState(flag.key(), false, "", List.of())
        : new FlagState(flag.key(), true, "", List.of(everybody(flag.fallback())));
  }

  static boolean isOffByFallback(Flag<?> flag) {
    return flag.off().name().equals(flag.fallback());
  }

  /** What a flag without any rule serves when somebody switches it on. */
  static Rule whenSwitchedOn(Flag<?> flag) {
    return everybody(isOffByFallback(flag) ? flag.variants().get(1).name() : flag.fallback());
  }

  private static Rule everybody(String variant) {
    return Rule.everybody(FlagDocument.EVERYBODY, variant);
  }
}
