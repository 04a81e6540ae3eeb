package com.alexandrite.flags;

import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document with its flags at the places that the catalogue gives them. */
final class CompiledDocument {
  private final @Nullable FlagDocument document;
  private final CompiledFlag[] flags;

  private CompiledDocument(@Nullable FlagDocument document, CompiledFlag[] flags) {
    this.document = document;
    this.flags = flags;
  }

  /** Before the first document: fallbacks. */
  static CompiledDocument none(List<Flag<?>> catalogue, boolean drills) {
    CompiledFlag[] flags =
        catalogue.stream()
            .map(flag -> fallback(flag, drills, Reason.NO_DOCUMENT))
            .toArray(CompiledFlag[]::new);
    return new CompiledDocument(null, flags);
  }

  static CompiledDocument of(FlagDocument document, List<Flag<?>> catalogue, boolean drills) {
    Map<String, FlagState> states = new HashMap<>();
    document.flags().forEach(state -> states.put(state.key(), state));
    CompiledFlag[] flags =
        catalogue.stream()
            .map(flag -> compiled(flag, states.get(flag.key()), document.segments(), drills))
            .toArray(CompiledFlag[]::new);
    return new CompiledDocument(document, flags);
  }

  /** A flag of which no state is known. */
  static CompiledFlag fallback(Flag<?> flag, boolean drills, Reason reason) {
    return isHonoured(flag, drills)
        ? CompiledFlag.fixed(flag.fallbackVariant(), flag, reason)
        : CompiledFlag.fixed(flag.off(), flag, Reason.NO_DRILL);
  }

  private static CompiledFlag compiled(
      Flag<?> flag, @Nullable FlagState state, List<Segment> segments, boolean drills) {
    return state == null || !isHonoured(flag, drills)
        ? fallback(flag, drills, Reason.NOT_IN_DOCUMENT)
        : CompiledFlag.of(flag, state, segments);
  }

  private static boolean isHonoured(Flag<?> flag, boolean drills) {
    return drills || flag.type() != FlagType.FAULT;
  }

  @Nullable FlagDocument document() {
    return document;
  }

  long version() {
    return document == null ? 0 : document.version();
  }

  boolean isNewerThan(FlagDocument other) {
    return document != null && document.version() > other.version();
  }

  CompiledFlag flag(int index) {
    return flags[index];
  }
}
