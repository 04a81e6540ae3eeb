package com.alexandrite.flags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document with its flags at the places that the catalogue gives them. */
final class CompiledDocument {
  private final FlagDocument document;
  private final @Nullable CompiledFlag[] flags;

  CompiledDocument(FlagDocument document, List<Flag<?>> catalogue, boolean drills) {
    this.document = document;
    this.flags = new @Nullable CompiledFlag[catalogue.size()];
    Map<String, FlagDocument.FlagState> states = new HashMap<>();
    document.flags().forEach(state -> states.put(state.key(), state));
    for (Flag<?> flag : catalogue) {
      FlagDocument.FlagState state = states.get(flag.key());
      if (state != null) {
        boolean honoured = drills || flag.type() != FlagType.FAULT;
        flags[flag.index()] = new CompiledFlag(flag, state, document.segments(), honoured);
      }
    }
  }

  FlagDocument document() {
    return document;
  }

  @Nullable CompiledFlag flag(int index) {
    return flags[index];
  }
}
