package com.alexandrite.flags.server.wire;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One flag in the words of Flagsmith: a feature with its states. */
record WireFlag(String environment, Flag<?> flag, FlagState state) {

  /** A positive number that is always the same for a name. */
  static int number(String name) {
    return (int) (uuid(name).getMostSignificantBits() >>> 33);
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The feature itself. */
  static Map<String, Object> feature(Flag<?> flag) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("id", flag.index() + 1);
    feature.put("name", flag.key());
    feature.put("type", isBoolean(flag) ? "STANDARD" : "MULTIVARIATE");
    return feature;
  }

  /** Flagsmith has whole numbers, texts and booleans; other numbers are texts there. */
  static @Nullable Object value(@Nullable Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    boolean whole = number.doubleValue() == number.intValue();
    return whole ? (Object) number.intValue() : number.toString();
  }

  static boolean isBoolean(Flag<?> flag) {
    return flag.off().value() instanceof Boolean;
  }

  /** Number of the rule that takes in everybody who is left; -1 without one. */
  int ruleForEverybody() {
    for (int at = 0; at < rules().size(); at++) {
      Rule rule = rules().get(at);
      if (rule.segment() == null
          && rule.conditions().isEmpty()
          && rule.share() == FlagDocument.EVERYBODY) {
        return at;
      }
    }
    return -1;
  }

  List<Rule> rulesBeforeEverybody() {
    int end = ruleForEverybody();
    return end < 0 ? rules() : rules().subList(0, end);
  }

  private List<Rule> rules() {
    return state.enabled() ? state.rules() : List.of();
  }

  /** The state when no rule takes the unit in. */
  Map<String, Object> off() {
    return featureState(-1, false, flag.off().value(), List.of());
  }

  /** The state that a rule serves. */
  Map<String, Object> served(int at) {
    List<Weighted> serve = rules().get(at).serve();
    if (serve.size() > 1) {
      return featureState(at, true, flag.off().value(), weighted(at, serve));
    }
    Object value = valueOf(serve.getFirst().variant());
    return featureState(at, !Boolean.FALSE.equals(value), value, List.of());
  }

  /** A segment of the rule's own, with the state that the rule serves. */
  Map<String, Object> override(int at, List<Map<String, Object>> conditions) {
    Map<String, Object> served = served(at);
    served.put("feature_segment", Map.of("priority", at));
    Map<String, Object> segment = new LinkedHashMap<>();
    segment.put("id", number(name(at)));
    segment.put("name", flag.key() + ", rule " + (at + 1));
    segment.put(
        "rules", List.of(Map.of("type", "ALL", "rules", conditions, "conditions", List.of())));
    segment.put("feature_states", List.of(served));
    return segment;
  }

  private Map<String, Object> featureState(
      int rule, boolean enabled, @Nullable Object value, List<Map<String, Object>> weighted) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("feature", feature(flag));
    told.put("enabled", enabled);
    told.put("feature_state_value", value(value));
    // Clients hash it to choose a variant, and make one up at each poll when it is absent.
    told.put("featurestate_uuid", uuid(name(rule)).toString());
    told.put("django_id", null);
    told.put("feature_segment", null);
    told.put("multivariate_feature_state_values", weighted);
    return told;
  }

  private List<Map<String, Object>> weighted(int rule, List<Weighted> serve) {
    double sum = serve.stream().mapToInt(Weighted::weight).sum();
    List<Map<String, Object>> values = new ArrayList<>();
    for (Weighted one : serve) {
      Map<String, Object> option = new LinkedHashMap<>();
      option.put("id", variantId(one.variant()));
      option.put("key", one.variant());
      option.put("value", value(valueOf(one.variant())));
      Map<String, Object> value = new LinkedHashMap<>();
      // Clients go through them in the order of their ids.
      value.put("id", values.size() + 1);
      value.put("mv_fs_value_uuid", uuid(name(rule) + "/" + one.variant()).toString());
      value.put("percentage_allocation", sum == 0 ? 0 : one.weight() * 100 / sum);
      value.put("multivariate_feature_option", option);
      values.add(value);
    }
    return values;
  }

  private int variantId(String name) {
    return number(flag.key() + "/" + name);
  }

  private Object valueOf(String variant) {
    Flag.Variant<?> found = flag.variant(variant);
    return found == null ? flag.off().value() : found.value();
  }

  /** What clients hash, by way of numbers and UUIDs: stable unless the salt is a new one. */
  private String name(int rule) {
    return environment + "/" + flag.key() + "/" + rule + "/" + state.salt();
  }
}
