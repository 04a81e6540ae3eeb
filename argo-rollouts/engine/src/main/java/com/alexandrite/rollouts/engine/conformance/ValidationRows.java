package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.validation.Problem;
import com.alexandrite.rollouts.engine.validation.RolloutValidation;
import com.alexandrite.rollouts.engine.validation.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of {@code validation.jsonl}: everything that is wrong with a Rollout, in order. */
public final class ValidationRows {

  /** Rules whose word no recording at hand shows: it is whatever is none of the others. */
  private static final Set<Rule> UNNAMED =
      EnumSet.of(
          Rule.TWO_STRATEGIES,
          Rule.SAME_SERVICES_BLUE_GREEN,
          Rule.SCALE_DOWN_LIMIT,
          Rule.EXPERIMENT_WEIGHT,
          Rule.TEMPLATE_WITH_WORKLOAD,
          Rule.SELECTOR_EMPTY);

  private static final Set<String> NAMED =
      EnumSet.complementOf(EnumSet.copyOf(UNNAMED)).stream()
          .map(Rule::text)
          .collect(Collectors.toSet());

  private ValidationRows() {}

  /** What came of a row. */
  public static RowOutcome run(Map<String, Object> row) {
    String function = Data.text(row.get("fn"));
    Map<String, Object> rollout = Data.map(Data.map(row.get("in")).get("rollout"));
    Map<String, Object> want = Data.map(row.get("want"));
    return switch (function) {
      case "validateRollout" -> outcome(rollout, want, RolloutValidation::rules);
      case "validateCanaryStrategy" -> outcome(rollout, want, RolloutValidation::canary);
      case "validateBlueGreenStrategy" -> outcome(rollout, want, RolloutValidation::blueGreen);
      default -> new RowOutcome.NotExecuted(function);
    };
  }

  private static RowOutcome outcome(
      Map<String, Object> rollout,
      Map<String, Object> want,
      Function<Map<String, Object>, List<Problem>> rules) {
    if (!RolloutValidation.decode(rollout).isEmpty()) {
      return Comparison.of(want, Map.of("decodeError", true));
    }
    List<Problem> problems = rules.apply(rollout);
    List<Object> recorded = Data.list(want.get("errors"));
    boolean decodes = !Data.flag(want.get("decodeError"));
    return Comparison.of(
        decodes ? want : Map.of(),
        Map.of("valid", problems.isEmpty(), "errors", said(problems, recorded)));
  }

  private static List<Map<String, Object>> said(List<Problem> problems, List<Object> recorded) {
    return IntStream.range(0, problems.size())
        .mapToObj(i -> said(problems.get(i), i < recorded.size() ? recorded.get(i) : Map.of()))
        .toList();
  }

  private static Map<String, Object> said(Problem problem, Object recorded) {
    String word = Data.text(Data.map(recorded).get("class"));
    boolean unnamed = UNNAMED.contains(problem.rule()) && !NAMED.contains(word);
    return Map.of(
        "field", problem.field(),
        "type", problem.type().text(),
        "class", unnamed ? word : problem.rule().text());
  }
}
