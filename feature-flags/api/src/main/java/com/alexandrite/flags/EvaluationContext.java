package com.alexandrite.flags;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * For whom a flag is asked: the ids of the units, and attributes that rules may look at. Immutable.
 */
public final class EvaluationContext {
  /** Nobody in particular: falls into no bucket, and has no attribute. */
  public static final EvaluationContext NOBODY = new EvaluationContext(Map.of(), Map.of());

  private final EnumMap<Unit, String> ids;
  private final Map<String, String> attributes;

  private EvaluationContext(Map<Unit, String> ids, Map<String, String> attributes) {
    this.ids = new EnumMap<>(Unit.class);
    this.ids.putAll(ids);
    this.attributes = Map.copyOf(attributes);
  }

  /** A context with one unit. */
  public static EvaluationContext of(Unit unit, String id) {
    return NOBODY.with(unit, id);
  }

  /** The same with one more unit. */
  public EvaluationContext with(Unit unit, String id) {
    Map<Unit, String> more = ids();
    more.put(unit, id);
    return new EvaluationContext(more, attributes);
  }

  /** The same with one more attribute. */
  public EvaluationContext with(String attribute, String value) {
    Map<String, String> more = new TreeMap<>(attributes);
    more.put(attribute, value);
    return new EvaluationContext(ids(), more);
  }

  /** The id of a unit, or null when it is not known. */
  public @Nullable String id(Unit unit) {
    return ids.get(unit);
  }

  /** An attribute's value, or null when it is not known. */
  public @Nullable String attribute(String name) {
    return attributes.get(name);
  }

  /** All attributes. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** All ids; a copy. */
  public Map<Unit, String> ids() {
    return new EnumMap<>(ids);
  }
}
