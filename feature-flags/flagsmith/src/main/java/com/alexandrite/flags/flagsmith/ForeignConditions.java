package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.flagsmith.ForeignSegment.Alternative;
import com.flagsmith.flagengine.segments.SegmentConditionModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One condition of Flagsmith, or its contrary, in our words; empty when there are none. */
final class ForeignConditions {
  private ForeignConditions() {}

  static Optional<List<Alternative>> holds(SegmentConditionModel asked) {
    return switch (asked.getOperator()) {
      case EQUAL -> alone(asked, Operator.IN, text(asked));
      case IN -> alone(asked, Operator.IN, text(asked).split(","));
      case NOT_EQUAL ->
          Optional.of(
              List.of(
                  Alternative.of(
                      condition(asked, Operator.IS_SET),
                      condition(asked, Operator.NOT_IN, text(asked)))));
      case CONTAINS -> alone(asked, Operator.CONTAINS, text(asked));
      case GREATER_THAN_INCLUSIVE -> number(asked, Operator.AT_LEAST, false);
      case GREATER_THAN -> number(asked, Operator.AT_LEAST, true);
      case LESS_THAN -> number(asked, Operator.LESS_THAN, false);
      case LESS_THAN_INCLUSIVE -> number(asked, Operator.LESS_THAN, true);
      case IS_SET -> alone(asked, Operator.IS_SET);
      case IS_NOT_SET -> alone(asked, Operator.IS_NOT_SET);
      case PERCENTAGE_SPLIT -> share(asked);
      case NOT_CONTAINS, REGEX, MODULO -> Optional.empty();
    };
  }

  /** What is not known fulfils no condition of Flagsmith, so it fulfils the contrary of each. */
  static Optional<List<Alternative>> fails(SegmentConditionModel asked) {
    return switch (asked.getOperator()) {
      case EQUAL -> alone(asked, Operator.NOT_IN, text(asked));
      case IN -> alone(asked, Operator.NOT_IN, text(asked).split(","));
      case NOT_EQUAL -> orNotSet(asked, alone(asked, Operator.IN, text(asked)));
      case GREATER_THAN_INCLUSIVE -> orNotSet(asked, number(asked, Operator.LESS_THAN, false));
      case GREATER_THAN -> orNotSet(asked, number(asked, Operator.LESS_THAN, true));
      case LESS_THAN -> orNotSet(asked, number(asked, Operator.AT_LEAST, false));
      case LESS_THAN_INCLUSIVE -> orNotSet(asked, number(asked, Operator.AT_LEAST, true));
      case IS_SET -> alone(asked, Operator.IS_NOT_SET);
      case IS_NOT_SET -> alone(asked, Operator.IS_SET);
      case CONTAINS, NOT_CONTAINS, REGEX, MODULO, PERCENTAGE_SPLIT -> Optional.empty();
    };
  }

  private static String text(SegmentConditionModel asked) {
    return asked.getValue() == null ? "" : asked.getValue();
  }

  private static Condition condition(
      SegmentConditionModel asked, Operator operator, String... values) {
    return new Condition(asked.getProperty_(), operator, List.of(values));
  }

  private static Optional<List<Alternative>> alone(
      SegmentConditionModel asked, Operator operator, String... values) {
    return Optional.of(List.of(Alternative.of(condition(asked, operator, values))));
  }

  private static Optional<List<Alternative>> orNotSet(
      SegmentConditionModel asked, Optional<List<Alternative>> alternatives) {
    Alternative notSet = Alternative.of(condition(asked, Operator.IS_NOT_SET));
    return alternatives.map(one -> List.of(one.getFirst(), notSet));
  }

  /**
   * Compares with the number, or with the next one that a double can be: more than 5 is at least
   * what follows 5.
   */
  private static Optional<List<Alternative>> number(
      SegmentConditionModel asked, Operator operator, boolean next) {
    try {
      double number = Double.parseDouble(text(asked));
      String value =
          next ? new BigDecimal(Math.nextUp(number)).toPlainString() : text(asked).strip();
      return alone(asked, operator, value);
    } catch (NumberFormatException e) {
      // A version, say.
      return Optional.empty();
    }
  }

  private static Optional<List<Alternative>> share(SegmentConditionModel asked) {
    try {
      long share = Math.round(Double.parseDouble(text(asked)) * 100);
      int within = Math.clamp(share, 0, FlagDocument.EVERYBODY);
      return Optional.of(List.of(new Alternative(List.of(), within)));
    } catch (NumberFormatException e) {
      return Optional.of(List.of());
    }
  }
}
