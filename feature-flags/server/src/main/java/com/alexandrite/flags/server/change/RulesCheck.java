package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.store.Refused;
import java.util.List;
import java.util.stream.Collectors;

/** What a flag's rules must fulfil. */
public final class RulesCheck {
  private static final int MOST_RULES = 50;
  private static final int MOST_VALUES = 500;

  private final Segments segments;

  /** With the segments that rules may name. */
  public RulesCheck(Segments segments) {
    this.segments = segments;
  }

  void refuseInvalid(FlagDefinition flag, String environment, FlagState state) {
    if (state.rules().size() > MOST_RULES) {
      throw Refused.invalid(
          "rules-too-many", "A flag has at most 50 rules.", "Put groups of people into segments.");
    }
    for (Rule rule : state.rules()) {
      refuseUnknownSegment(environment, rule);
      refuseInvalid(rule.conditions());
      rule.serve().forEach(one -> refuseUnknownVariant(flag, one));
      if (rule.serve().stream().mapToInt(Weighted::weight).sum() <= 0) {
        throw Refused.invalid(
            "weights-empty", "All weights of a rule are 0.", "Give one variant a weight from 1.");
      }
    }
  }

  static void refuseInvalid(List<Condition> conditions) {
    for (Condition condition : conditions) {
      boolean needsValue =
          condition.operator() != Operator.IS_SET && condition.operator() != Operator.IS_NOT_SET;
      if (condition.attribute().isBlank()
          || (needsValue && condition.values().isEmpty())
          || condition.values().size() > MOST_VALUES) {
        throw Refused.invalid(
            "condition-invalid",
            "The condition on \"" + condition.attribute() + "\" is not complete.",
            "Name an attribute and 1 to 500 values.");
      }
      refuseNoNumber(condition);
    }
  }

  /** Hundredths of a percent; refused when it is out of range. */
  public static int share(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw Refused.invalid(
          "share-out-of-range",
          "A share is 0 to 100 percent, not " + percent + ".",
          "Give a number from 0 to 100, with at most two decimals.");
    }
    return (int) Math.round(percent * FlagDocument.EVERYBODY / 100);
  }

  private static void refuseNoNumber(Condition condition) {
    if (condition.operator() != Operator.AT_LEAST && condition.operator() != Operator.LESS_THAN) {
      return;
    }
    try {
      Double.parseDouble(condition.values().getFirst());
    } catch (NumberFormatException e) {
      throw Refused.invalid(
          "condition-invalid",
          "\"" + condition.values().getFirst() + "\" is no number.",
          "Compare " + condition.attribute() + " with a number, such as 12.5.");
    }
  }

  private void refuseUnknownSegment(String environment, Rule rule) {
    String segment = rule.segment();
    if (segment != null && segments.find(environment, segment).isEmpty()) {
      throw Refused.invalid(
          "segment-unknown",
          "There is no segment " + segment + " in " + environment + ".",
          "List the segments: GET /api/flag-segments?environment=" + environment + ".");
    }
  }

  private static void refuseUnknownVariant(FlagDefinition flag, Weighted served) {
    if (!flag.hasVariant(served.variant())) {
      throw Refused.invalid(
          "variant-unknown",
          flag.key() + " has no variant " + served.variant() + ".",
          "Choose one of "
              + flag.variants().stream()
                  .map(FlagDefinition.VariantValue::name)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }
}
