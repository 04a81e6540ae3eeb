package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of {@code antiAffinity} of either strategy. */
final class AntiAffinityRules {

  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final int HIGHEST = 100;

  private AntiAffinityRules() {}

  static void check(@Nullable Object value, Place strategy, Findings findings) {
    if (value == null) {
      return;
    }
    Place place = strategy.child("antiAffinity");
    Map<String, Object> antiAffinity = Data.map(value);
    boolean preferred = antiAffinity.get(PREFERRED) != null;
    if (preferred == (antiAffinity.get(REQUIRED) != null)) {
      findings.add(place, Rule.ANTI_AFFINITY_ONE);
    }
    int weight = Data.integer(Data.map(antiAffinity.get(PREFERRED)).get("weight"), 0);
    if (preferred && (weight < 1 || weight > HIGHEST)) {
      findings.add(
          place.child(PREFERRED).child("weight").reportedAs(place.child("weight")),
          Rule.ANTI_AFFINITY_WEIGHT);
    }
  }
}
