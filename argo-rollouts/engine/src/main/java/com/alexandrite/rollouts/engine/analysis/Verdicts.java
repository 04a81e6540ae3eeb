package com.alexandrite.rollouts.engine.analysis;

import com.alexandrite.rollouts.engine.condition.Condition;
import com.alexandrite.rollouts.engine.condition.ConditionError;
import com.alexandrite.rollouts.engine.condition.ConditionResult;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges a value by a metric's two conditions. */
public final class Verdicts {

  private Verdicts() {}

  /**
   * What the conditions say of a value.
   *
   * @param message why there is no verdict, "" otherwise
   * @param error the error behind the message, null if there is none
   */
  public record Verdict(AnalysisPhase phase, String message, @Nullable ConditionError error) {

    static Verdict of(AnalysisPhase phase) {
      return new Verdict(phase, "", null);
    }
  }

  /**
   * Judges: the failure condition wins; with both conditions and neither true it is inconclusive;
   * with one only, the other is its opposite; with none every value is good. A condition that can't
   * be evaluated is an error.
   */
  public static Verdict judge(MetricSpec metric, @Nullable Object value, Instant now) {
    return judge(metric, value, now, Condition::compile);
  }

  /** The same with conditions that may be read already. */
  static Verdict judge(
      MetricSpec metric,
      @Nullable Object value,
      Instant now,
      Function<String, Condition> conditions) {
    String success = metric.successCondition();
    String failure = metric.failureCondition();
    boolean succeeds = failure.isEmpty();
    boolean fails = false;
    if (!success.isEmpty()) {
      ConditionResult outcome = conditions.apply(success).holds(value, now);
      if (outcome instanceof ConditionError error) {
        return unevaluated("successCondition", success, value, error);
      }
      succeeds = isTrue(outcome);
      fails = failure.isEmpty() && !succeeds;
    }
    if (!failure.isEmpty()) {
      ConditionResult outcome = conditions.apply(failure).holds(value, now);
      if (outcome instanceof ConditionError error) {
        return unevaluated("failureCondition", failure, value, error);
      }
      fails = isTrue(outcome);
      succeeds = success.isEmpty() ? !fails : succeeds;
    }
    if (fails) {
      return Verdict.of(AnalysisPhase.FAILED);
    }
    return Verdict.of(succeeds ? AnalysisPhase.SUCCESSFUL : AnalysisPhase.INCONCLUSIVE);
  }

  private static boolean isTrue(ConditionResult outcome) {
    return outcome instanceof ConditionResult.Value(Object value) && Boolean.TRUE.equals(value);
  }

  private static Verdict unevaluated(
      String which, String condition, @Nullable Object value, ConditionError error) {
    String why =
        isNilOrEmpty(value)
            ? "metric result is nil or empty: no data returned from the metric provider"
            : error.message();
    String message = "could not evaluate " + which + " \"" + condition + "\": " + why;
    return new Verdict(AnalysisPhase.ERROR, message, error);
  }

  private static boolean isNilOrEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case List<?> list -> list.isEmpty();
      case double[] floats -> floats.length == 0;
      default -> false;
    };
  }
}
