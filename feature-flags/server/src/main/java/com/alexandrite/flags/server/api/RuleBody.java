package com.alexandrite.flags.server.api;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.server.store.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule as programs send it; each mistake gets its own answer.
 *
 * @param share hundredths of a percent, 0 to 10000; everybody when it is missing
 */
record RuleBody(
    @Nullable String segment,
    @Nullable List<ConditionBody> conditions,
    @Nullable Integer share,
    @Nullable List<Weighted> serve) {

  /** A condition; the operator in any case, with hyphens or underscores. */
  record ConditionBody(
      @Nullable String attribute, @Nullable String operator, @Nullable List<String> values) {

    Condition condition() {
      String word = operator == null ? "" : operator.toUpperCase(Locale.ROOT).replace('-', '_');
      Operator known =
          Arrays.stream(Operator.values())
              .filter(one -> one.name().equals(word))
              .findFirst()
              .orElseThrow(() ->
                  Refused.invalid(
                      "operator-unknown",
                      "There is no operator " + operator + ".",
                      "Use one of " + Arrays.toString(Operator.values()) + "."));
      return new Condition(
          attribute == null ? "" : attribute.strip(), known, values == null ? List.of() : values);
    }
  }

  Rule rule() {
    int wanted = share == null ? FlagDocument.EVERYBODY : share;
    if (wanted < 0 || wanted > FlagDocument.EVERYBODY) {
      throw Refused.invalid(
          "share-out-of-range",
          "A share is 0 to 10000 hundredths of a percent, not " + wanted + ".",
          "Give a whole number from 0 to 10000.");
    }
    if (serve == null || serve.isEmpty() || serve.stream().anyMatch(one -> one.weight() < 0)) {
      throw Refused.invalid(
          "serve-invalid",
          "A rule serves one variant or more, with weights from 0.",
          "Send serve: [{variant, weight}].");
    }
    return new Rule(segment, readConditions(), wanted, serve);
  }

  private List<Condition> readConditions() {
    return conditions == null
        ? List.of()
        : conditions.stream().map(ConditionBody::condition).toList();
  }

  static List<Rule> rules(@Nullable List<RuleBody> bodies) {
    return bodies == null ? List.of() : bodies.stream().map(RuleBody::rule).toList();
  }
}
