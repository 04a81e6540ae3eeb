package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Verdicts;
import com.alexandrite.rollouts.engine.condition.Condition;
import com.alexandrite.rollouts.engine.condition.ConditionError;
import com.alexandrite.rollouts.engine.condition.ConditionResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions on a result. */
final class ConditionRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "evalCondition", (in, want) -> condition(in),
          "evaluateResult", (in, want) -> result(in));

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private ConditionRows() {}

  private static Map<String, @Nullable Object> condition(
      Map<String, ? extends @Nullable Object> in) {
    ConditionResult outcome =
        Condition.compile(Tree.text(in, "condition")).holds(Values.of(in.get("result")), NOW);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("error", outcome instanceof ConditionError ? true : null);
    actual.put("value", outcome instanceof ConditionResult.Value(Object value) ? value : null);
    return actual;
  }

  private static Map<String, @Nullable Object> result(Map<String, ? extends @Nullable Object> in) {
    Verdicts.Verdict verdict = Verdicts.judge(metric(in), Values.of(in.get("result")), NOW);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("phase", verdict.phase().text());
    actual.put("error", verdict.error() == null ? null : true);
    return actual;
  }

  /** A metric with the row's conditions and nothing else. */
  static MetricSpec metric(Map<String, ? extends @Nullable Object> in) {
    return new MetricSpec(
        "m",
        "",
        "",
        Limits.NONE,
        Tree.text(in, "successCondition"),
        Tree.text(in, "failureCondition"),
        new ProviderSpec.Missing());
  }
}
