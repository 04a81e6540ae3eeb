package com.alexandrite.rollouts.conformance;

import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where the engine decides otherwise than the real controller, on purpose. */
final class DecidedDeviations {

  private final List<Rule> rules;

  private DecidedDeviations(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * One deviation.
   *
   * @param id a pattern of the rows' ids
   * @param where patterns of values in the row, by path; {@code *} is any name
   * @param reason why it is better so
   */
  private record Rule(String id, @Nullable Map<String, String> where, String reason) {

    boolean matches(Map<String, Object> row) {
      return Pattern.matches(id, String.valueOf(row.get("id")))
          && (where == null
              || where.entrySet().stream()
                  .allMatch(
                      one -> found(row, List.of(one.getKey().split("\\.", -1)), one.getValue())));
    }

    private static boolean found(@Nullable Object value, List<String> path, String pattern) {
      if (path.isEmpty()) {
        return value != null && Pattern.matches(pattern, value.toString());
      }
      if (!(value instanceof Map<?, ?> map)) {
        return false;
      }
      List<String> rest = path.subList(1, path.size());
      return path.getFirst().equals("*")
          ? map.values().stream().anyMatch(member -> found(member, rest, pattern))
          : found(map.get(path.getFirst()), rest, pattern);
    }
  }

  /** The ones that argo-rollouts/README.md explains. */
  static DecidedDeviations ofThisProject() {
    try (InputStream file = DecidedDeviations.class.getResourceAsStream("decided.json")) {
      Rule[] rules =
          JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Rule[].class);
      return new DecidedDeviations(List.of(rules));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of decided deviations", e);
    }
  }

  /** The outcome, a deviation replaced where it is decided. */
  RowOutcome heed(Map<String, Object> row, RowOutcome outcome) {
    if (!(outcome instanceof RowOutcome.Deviates(String expected, String actual))) {
      return outcome;
    }
    return rules.stream()
        .filter(rule -> rule.matches(row))
        .findFirst()
        .<RowOutcome>map(rule -> new RowOutcome.Decided(rule.reason(), expected, actual))
        .orElse(outcome);
  }
}
