package com.alexandrite.flags.server.wire;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions in the words of Flagsmith: rules of a segment, all of which must hold. */
final class WireConditions {
  private WireConditions() {}

  /** The rule's own conditions, its segment's and its share; null when they can hold for nobody. */
  static @Nullable List<Map<String, Object>> of(Rule rule, List<Segment> segments) {
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    if (rule.segment() != null) {
      Segment segment = named(rule.segment(), segments);
      if (segment == null) {
        return null;
      }
      conditions.addAll(0, segment.conditions());
    }
    if (rule.share() == 0 || !conditions.stream().allMatch(WireConditions::canHold)) {
      return null;
    }
    List<Map<String, Object>> told = new ArrayList<>();
    conditions.forEach(condition -> told.add(rule(condition)));
    if (rule.share() < FlagDocument.EVERYBODY) {
      told.add(rule("ALL", List.of(split(rule.share()))));
    }
    return told;
  }

  private static @Nullable Segment named(String key, List<Segment> segments) {
    return segments.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }

  /** False when it holds for nobody, which Flagsmith has no words for. */
  private static boolean canHold(Condition condition) {
    return switch (condition.operator()) {
      case IN, CONTAINS -> !condition.values().isEmpty();
      case AT_LEAST, LESS_THAN -> !condition.values().isEmpty() && isNumber(condition);
      case NOT_IN, IS_SET, IS_NOT_SET -> true;
    };
  }

  private static boolean isNumber(Condition condition) {
    try {
      return !Double.isNaN(Double.parseDouble(condition.values().getFirst()));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Map<String, Object> rule(Condition condition) {
    return switch (condition.operator()) {
      case IN -> rule("ANY", equalToOne(condition));
      case NOT_IN -> rule("NONE", equalToOne(condition));
      case CONTAINS -> rule("ANY", each(condition, "CONTAINS"));
      case AT_LEAST -> rule("ALL", List.of(first(condition, "GREATER_THAN_INCLUSIVE")));
      case LESS_THAN -> rule("ALL", List.of(first(condition, "LESS_THAN")));
      case IS_SET -> rule("ALL", List.of(asked("IS_SET", condition.attribute(), null)));
      case IS_NOT_SET -> rule("ALL", List.of(asked("IS_NOT_SET", condition.attribute(), null)));
    };
  }

  private static Map<String, Object> rule(String type, List<Map<String, Object>> conditions) {
    return Map.of("type", type, "rules", List.of(), "conditions", conditions);
  }

  /** IN compares texts, EQUAL numbers where it can; but IN splits its values at commas. */
  private static List<Map<String, Object>> equalToOne(Condition condition) {
    List<String> values = condition.values();
    if (values.isEmpty() || values.stream().anyMatch(one -> one.isEmpty() || one.contains(","))) {
      return each(condition, "EQUAL");
    }
    return List.of(asked("IN", condition.attribute(), String.join(",", values)));
  }

  private static List<Map<String, Object>> each(Condition condition, String operator) {
    return condition.values().stream()
        .map(value -> asked(operator, condition.attribute(), value))
        .toList();
  }

  private static Map<String, Object> first(Condition condition, String operator) {
    return asked(operator, condition.attribute(), condition.values().getFirst());
  }

  private static Map<String, Object> split(int share) {
    BigDecimal percentage = BigDecimal.valueOf(share, 2).stripTrailingZeros();
    return asked("PERCENTAGE_SPLIT", null, percentage.toPlainString());
  }

  private static Map<String, Object> asked(
      String operator, @Nullable String property, @Nullable String value) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("operator", operator);
    // With the underscore: that is the field's name.
    condition.put("property_", property);
    condition.put("value", value);
    return condition;
  }
}
