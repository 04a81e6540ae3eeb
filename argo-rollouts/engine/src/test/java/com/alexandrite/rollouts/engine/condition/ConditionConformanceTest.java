package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Verdicts;
import com.alexandrite.rollouts.engine.conformance.Tree;
import com.alexandrite.rollouts.engine.conformance.Values;
import com.alexandrite.rollouts.engine.conformance.VectorFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conditions against the recorded evaluations of the real controller. */
class ConditionConformanceTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void evaluatesConditions() {
    VectorFile.named("conditions.jsonl")
        .check((fn, in, want) -> fn.equals("evalCondition") ? condition(in) : result(in));
  }

  private static Map<String, @Nullable Object> condition(Map<String, @Nullable Object> in) {
    ConditionResult outcome =
        Condition.compile(Tree.text(in, "condition")).holds(Values.of(in.get("result")), NOW);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("error", outcome instanceof ConditionError ? true : null);
    actual.put("value", outcome instanceof ConditionResult.Value(Object value) ? value : null);
    return actual;
  }

  private static Map<String, @Nullable Object> result(Map<String, @Nullable Object> in) {
    MetricSpec metric =
        new MetricSpec(
            "m",
            "",
            "",
            Limits.NONE,
            Tree.text(in, "successCondition"),
            Tree.text(in, "failureCondition"),
            new ProviderSpec.Missing());
    Verdicts.Verdict verdict = Verdicts.judge(metric, Values.of(in.get("result")), NOW);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("phase", verdict.phase().text());
    actual.put("error", verdict.error() == null ? null : true);
    return actual;
  }
}
