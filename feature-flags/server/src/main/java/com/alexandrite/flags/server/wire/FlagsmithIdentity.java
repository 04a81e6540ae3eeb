package com.alexandrite.flags.server.wire;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Unit;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that a client sends to {@code POST identities/}. Nothing of it is kept.
 *
 * @param identifier the id of the unit that each flag is asked for; null or empty for nobody
 * @param traits what rules may look at
 */
public record FlagsmithIdentity(@Nullable String identifier, List<Trait> traits) {

  /** One trait; without a value it is not known. */
  public record Trait(
      @JsonProperty("trait_key") String key, @JsonProperty("trait_value") @Nullable Object value) {}

  /** Takes absent traits as none. */
  @SuppressWarnings("NullAway") // Jackson gives null when the field is absent.
  public FlagsmithIdentity {
    traits = traits == null ? List.of() : List.copyOf(traits);
  }

  /** For whom that is: whatever its unit, a flag is asked for the identifier. */
  EvaluationContext context() {
    EvaluationContext context = EvaluationContext.NOBODY;
    if (identifier != null && !identifier.isEmpty()) {
      for (Unit unit : Unit.values()) {
        context = context.with(unit, identifier);
      }
    }
    for (Trait trait : traits) {
      if (trait.value() != null) {
        context = context.with(trait.key(), trait.value().toString());
      }
    }
    return context;
  }
}
