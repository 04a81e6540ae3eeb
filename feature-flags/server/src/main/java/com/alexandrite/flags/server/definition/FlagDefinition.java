package com.alexandrite.flags.server.definition;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.server.store.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a definition file says about a flag.
 *
 * @param owner team or person
 * @param variants every answer; the first is that of a flag that is off
 * @param fallback variant's name when no document has been seen
 * @param expires until when it must be gone; null for flags that live as long as their capability
 * @param initial state by kind of environment (local, preview, staging, production); off where it
 *     is missing
 */
public record FlagDefinition(
    String key,
    String description,
    String owner,
    FlagType type,
    Unit unit,
    List<VariantValue> variants,
    String fallback,
    LocalDate created,
    @Nullable LocalDate expires,
    Map<String, Initial> initial) {

  /** A variant and its value: a boolean, text or number. */
  public record VariantValue(String name, Object value) {}

  /** The state that a flag begins with in an environment. */
  public record Initial(boolean enabled, List<Rule> rules) {}

  /** Checks that the key can stand in an address, and copies. */
  public FlagDefinition {
    if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw Refused.invalid(
          "key-invalid",
          "\"" + key + "\" is no key of a flag.",
          "Write it in lower case with hyphens, such as price-breakdown.");
    }
    variants = List.copyOf(variants);
    initial = Map.copyOf(initial);
  }

  /** The state to begin with in an environment of this kind. */
  public FlagState initialState(String kind) {
    Initial given = initial.getOrDefault(kind, new Initial(false, List.of()));
    return new FlagState(key, given.enabled(), "", given.rules());
  }

  /** Whether there is such a variant. */
  public boolean hasVariant(String name) {
    return variants.stream().anyMatch(variant -> variant.name().equals(name));
  }

  /** The variant of a flag that is off. */
  public String offVariant() {
    return variants.getFirst().name();
  }

  /** The variant that a plain "on" serves: the first that is not "off". */
  public String onVariant() {
    return variants.get(1).name();
  }

  /** The flag as the facade knows it, at a place in a catalogue. */
  public Flag<Object> flag(int index) {
    return new Flag<>(
        index,
        key,
        type,
        unit,
        variants.stream().map(one -> new Flag.Variant<>(one.name(), one.value())).toList(),
        fallback);
  }
}
