package com.alexandrite.rollouts.engine.condition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map whose keys need not be texts, as {@code groupBy} and {@code fromPairs} make it.
 *
 * @param absent the value of a key that is not there
 */
record AnyKeys(Map<@Nullable Object, @Nullable Object> entries, @Nullable Object absent) {

  /** Whether there is such a key; no list and no map can be one. */
  boolean has(@Nullable Object key) {
    if (Elements.isArray(key) || key instanceof Map || key instanceof AnyKeys) {
      throw Fault.runtime("hash of unhashable type " + GoTypes.name(key));
    }
    return entries.containsKey(key);
  }
}
