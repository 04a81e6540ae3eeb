package com.alexandrite.rollouts.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language by example. */
class ConditionTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2 * 3 == 7",
        "-2 ** 2 == -4",
        "2 ** 3 ** 2 == 512",
        "5 / 2 == 2.5",
        "7 % 3 == 1",
        "1/0 > 100",
        "not (1 > 2) and 2 > 1",
        "1 < 2 < 3",
        "!(1 < 2 < 2)",
        "2 in [1, 2]",
        "3 not in [1, 2]",
        "\"a\" in {\"a\": 1}",
        "(nil ?? 3) == 3",
        "true ? true : 1 > 2",
        "\"abc\"[0:2] == \"ab\"",
        "[1,2,3][-1] == 3",
        "len(\"é\") == 1",
        "\"x1\" matches \"^[a-z][0-9]$\"",
        "\"abc\" startsWith \"ab\" and \"abc\" endsWith \"bc\"",
        "all([1,2,3], # > 0) && any([1,2,3], {# == 2}) && none([1], # > 1) && one([1,2], # > 1)",
        "filter([1,2,3], # > 1) == [2, 3]",
        "map([1,2], # * 2) == [2, 4]",
        "count([1,2,3], # > 1) == 2",
        "sum([1, 2.5]) == 3.5",
        "reduce([1,2,3], #acc + #) == 6",
        "sortBy([3,1,2], #, \"desc\")[0] == 3",
        "groupBy([1,2,3], # > 1)[true] == [2, 3]",
        "[3,1,2] | sort() | first() == 1",
        "let x = 4; x * x == 16",
        "if 1 < 2 { true } else { false }",
        "1_000 == 1e3 and 0x10 == 16 and 0b11 == 3 and .5 == 0.5",
        "true // the rest is a comment",
        "/* before */ true",
        "isNaN(0/0) and isInf(1/0)",
        "fromBase64(\"YQ==\\n\") == \"a\"",
        "string(date(\"2023-08-14T10:20:30.5+02:00\")) == \"2023-08-14 10:20:30.5 +0200 +0200\"",
        "date(\"2023-01-31\").AddDate(0, 1, 0).Format(\"2 Jan 15:04\") == \"3 Mar 00:00\"",
        "string(date(\"2023-08-14\").Weekday()) == \"Monday\"",
        "string(duration(\"90m\")) == \"1h30m0s\" and duration(\"1500us\").String() == \"1.5ms\"",
        "duration(\"100m\").Round(duration(\"1h\")) == duration(\"2h\")",
        "asInt(\"12\") == 12 and asInt(1.9) == 1 and asFloat(\"1e3\") == 1000",
        "string(1.0) == \"1\" and string(1000000.0) == \"1e+06\"",
        "toJSON([1, \"<\"]) == \"[\\n  1,\\n  \\\"\\\\u003c\\\"\\n]\"",
        "fromJSON(\"{\\\"a\\\": [1]}\").a[0] == 1",
        "split(\"a,b\", \",\") == [\"a\", \"b\"] and join([\"a\", \"b\"], \"-\") == \"a-b\"",
        "trim(\"  x \") == \"x\" and upper(\"x\") == \"X\" and replace(\"aa\", \"a\", \"b\", 1) == \"ba\"",
        "round(2.5) == 3 and round(-2.5) == -3 and floor(-0.5) == -1 and abs(-3) == 3",
        "max(1, [2, 5], 3) == 5 and min([2, 1]) == 1 and mean([1, 2]) == 1.5 and median([3, 1, 2]) == 2",
        "concat([1], [2]) == [1, 2] and reverse([1, 2])[0] == 2 and uniq([1, 1]) == [1]",
        "duration(\"90m\").Hours() == 1.5",
        "date(\"2023-08-14\") + duration(\"24h\") == date(\"2023-08-15\")",
        "now() - duration(\"12h\") == date(\"2026-01-01\")",
        "date(\"2023-08-14\").Year() == 2023",
        "1..3 == [1, 2, 3] and 2 in 1..3",
        "\"a\" + \"b\" == 'ab' and `a` == \"\\u0061\""
      })
  void holds(String condition) {
    assertThat(evaluate(condition, 1.0)).isEqualTo(new ConditionResult.Value(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "1 +",
        "(1",
        "'open",
        "/* open",
        "1 2",
        "unknown > 1",
        "result == \"1\"",
        "result.a > 1",
        "result[0] > 1",
        "result ?? 5 == 5",
        "1 in [\"1\"]",
        "\"abc\"[1] == \"b\"",
        "1 % 0 == 0",
        "7.5 % 2 == 1.5",
        "asFloat(result) == \"1\"",
        "result matches \"(\"",
        "\"x\" matches \"(\"",
        "all(result, # > 0)",
        "all([1], #)",
        "let result = 1; true",
        "isNaN()",
        "len(1) == 1",
        "nil > 1"
      })
  void doesNotCompile(String condition) {
    assertThat(kind(evaluate(condition, 1.0))).isEqualTo(ConditionError.Kind.COMPILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isNaN(first([]))",
        "isInf({\"a\": nil}.a)",
        "[1] in fromPairs([[\"a\", 1]])",
        "fromPairs([[\"a\", 1]])[{}] == nil",
      })
  void failsOnTheWay(String condition) {
    assertThat(kind(evaluate(condition, 1.0))).isEqualTo(ConditionError.Kind.RUNTIME);
  }

  @Test
  void dependsOnTheActualValue() {
    assertThat(evaluate("result > 0.5", 1.0)).isEqualTo(new ConditionResult.Value(true));
    assertThat(kind(evaluate("result > 0.5", "1"))).isEqualTo(ConditionError.Kind.COMPILE);
    assertThat(kind(evaluate("result[0] > 0.5", List.of()))).isEqualTo(ConditionError.Kind.RUNTIME);
    assertThat(evaluate("\"a\" in result", List.of(1.0)))
        .isEqualTo(new ConditionResult.Value(false));
    assertThat(kind(evaluate("\"a\" in result", new double[] {1})))
        .isEqualTo(ConditionError.Kind.COMPILE);
  }

  @Test
  void wantsABoolean() {
    assertThat(kind(evaluate("1", 1.0))).isEqualTo(ConditionError.Kind.TYPE);
    assertThat(kind(evaluate("nil", 1.0))).isEqualTo(ConditionError.Kind.TYPE);
  }

  @Test
  void asksTheResultWhateverItIsAskedAbout() {
    assertThat(evaluate("isNil(result) ? true : false", null))
        .isEqualTo(new ConditionResult.Value(true));
    assertThat(evaluate("isNil(nil)", 1.0)).isEqualTo(new ConditionResult.Value(false));
    assertThat(evaluate("default(nil, 5) == 1", 1.0)).isEqualTo(new ConditionResult.Value(true));
  }

  @Test
  void meetsMissingFieldsWithNil() {
    Map<String, Object> result = Map.of("a", Map.of("b", 2.0));
    assertThat(evaluate("result.a.b == 2 and result.zz == nil", result))
        .isEqualTo(new ConditionResult.Value(true));
    assertThat(kind(evaluate("result.zz.b == 2", result))).isEqualTo(ConditionError.Kind.RUNTIME);
    assertThat(evaluate("result.zz?.b == nil", result)).isEqualTo(new ConditionResult.Value(true));
  }

  /** What the original's optimizer leaves out is never looked at. */
  @Test
  void skipsWhatCanNotMatter() {
    Map<String, Object> result = Map.of("a", "x");
    assertThat(evaluate("result.a > 1 and false", result))
        .isEqualTo(new ConditionResult.Value(false));
    assertThat(evaluate("filter(result, # > 1)[0] == 2", Arrays.asList(2.0, "x")))
        .isEqualTo(new ConditionResult.Value(true));
    assertThat(kind(evaluate("len(filter(result, # > 1)) == 2", Arrays.asList(2.0, "x"))))
        .isEqualTo(ConditionError.Kind.RUNTIME);
  }

  @Test
  void readsTimes() {
    ConditionResult time = Condition.compile("now() - duration(\"5m\")").time(NOW);
    assertThat(time).isEqualTo(new ConditionResult.Value(NOW.minusSeconds(300)));
    assertThat(kind(Condition.compile("1").time(NOW))).isEqualTo(ConditionError.Kind.TYPE);
    assertThat(kind(Condition.compile("result").time(NOW))).isEqualTo(ConditionError.Kind.COMPILE);
  }

  private static ConditionResult evaluate(String condition, @Nullable Object result) {
    return Condition.compile(condition).holds(result, NOW);
  }

  private static ConditionError.@Nullable Kind kind(ConditionResult outcome) {
    return outcome instanceof ConditionError error ? error.kind() : null;
  }
}
