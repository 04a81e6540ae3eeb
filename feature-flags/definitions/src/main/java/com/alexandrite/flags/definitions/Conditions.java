package com.alexandrite.flags.definitions;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The conditions of a rule or a segment. */
final class Conditions {
  private static final List<String> OPERATORS =
      Stream.of(Operator.values()).map(Conditions::word).toList();

  private Conditions() {}

  private static String word(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<Condition> read(Fields fields, String name) {
    List<Condition> conditions = new ArrayList<>();
    for (Fields condition : fields.maps(name)) {
      String attribute = condition.text("attribute", "Name what the rule looks at, such as role");
      String word = condition.oneOf("operator", OPERATORS);
      List<String> values = condition.texts("values");
      condition.end();
      if (word != null) {
        Operator operator = Operator.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        checkValues(condition, operator, values);
        conditions.add(new Condition(attribute, operator, values));
      }
    }
    return conditions;
  }

  private static void checkValues(Fields condition, Operator operator, List<String> values) {
    switch (operator) {
      case IS_SET, IS_NOT_SET -> {
        if (!values.isEmpty()) {
          condition.mistake("values", "is not looked at by this operator", "Remove it");
        }
      }
      case AT_LEAST, LESS_THAN -> {
        if (values.size() != 1 || !isNumber(values.getFirst())) {
          condition.mistake("values", "is not one number", "Write one, such as [10]");
        }
      }
      case IN, NOT_IN, CONTAINS -> {
        if (values.isEmpty()) {
          condition.mistake("values", "is missing", "Write what to compare with, as a list");
        }
      }
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }
}
