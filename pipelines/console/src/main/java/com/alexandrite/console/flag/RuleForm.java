package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.server.change.RulesCheck;
import com.alexandrite.flags.server.store.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The rules editor's fields: {@code rule} lists the numbers of the rules in their order; what
 * belongs to rule 3 begins with {@code r3-}, and its lists have one value for each row.
 */
final class RuleForm {
  private final MultiValueMap<String, String> fields;

  RuleForm(MultiValueMap<String, String> fields) {
    this.fields = fields;
  }

  List<Rule> rules() {
    return all("rule").stream().map(number -> rule("r" + number + "-")).toList();
  }

  private Rule rule(String prefix) {
    String segment = one(prefix + "segment");
    return new Rule(
        segment.isBlank() ? null : segment,
        conditions(prefix),
        RulesCheck.share(number(one(prefix + "percent"))),
        serve(prefix));
  }

  /** The conditions whose fields begin so; empty rows do not count. */
  List<Condition> conditions(String prefix) {
    List<String> attributes = all(prefix + "attribute");
    List<String> operators = all(prefix + "operator");
    List<String> values = all(prefix + "values");
    List<Condition> conditions = new ArrayList<>();
    for (int at = 0; at < attributes.size(); at++) {
      if (!attributes.get(at).isBlank()) {
        conditions.add(
            new Condition(
                attributes.get(at).strip(),
                Operator.valueOf(operators.get(at)),
                split(values.get(at))));
      }
    }
    return conditions;
  }

  private List<Weighted> serve(String prefix) {
    List<String> variants = all(prefix + "variant");
    List<String> weights = all(prefix + "weight");
    List<Weighted> serve = new ArrayList<>();
    for (int at = 0; at < variants.size(); at++) {
      int weight = at < weights.size() ? (int) number(weights.get(at)) : 1;
      if (weight > 0) {
        serve.add(new Weighted(variants.get(at), weight));
      }
    }
    if (serve.isEmpty()) {
      throw Refused.invalid(
          "weights-empty", "A rule serves nothing.", "Give one variant a weight from 1.");
    }
    return serve;
  }

  private static List<String> split(String values) {
    return Arrays.stream(values.split(","))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      throw Refused.invalid(
          "number-invalid", "\"" + text + "\" is no number.", "Enter a number, such as 12.5.");
    }
  }

  private String one(String name) {
    @Nullable String value = fields.getFirst(name);
    return value == null ? "" : value;
  }

  private List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }
}
