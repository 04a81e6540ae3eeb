package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.condition.GoJson;
import com.alexandrite.rollouts.engine.condition.JsonText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A script's answers as the real providers would give them. */
final class Readings {

  private Readings() {}

  static Reading of(Answer answer, ProviderSpec provider, boolean scalar) {
    return switch (answer) {
      case Answer.Failing(String message) -> new Reading.Failure(message);
      case Answer.Empty() -> empty(provider);
      case Answer.Value(Object value) -> value(value, provider, scalar);
      case Answer.Ramp ramp -> value(ramp.to(), provider, scalar);
    };
  }

  /** The numbers of all series, or the only one, as Prometheus gives them. */
  static Reading numbers(double[] numbers, boolean scalar) {
    return scalar && numbers.length == 1
        ? new Reading.Value(numbers[0], text(numbers[0]), Map.of())
        : vector(numbers);
  }

  private static Reading vector(double... numbers) {
    String text =
        Arrays.stream(numbers).mapToObj(Readings::text).collect(Collectors.joining(",", "[", "]"));
    return new Reading.Value(numbers, text, Map.of());
  }

  private static Reading empty(ProviderSpec provider) {
    return provider instanceof ProviderSpec.Prometheus ? vector() : json(null);
  }

  private static Reading value(Object value, ProviderSpec provider, boolean scalar) {
    return switch (provider) {
      case ProviderSpec.Prometheus query -> answered(value, scalar);
      case ProviderSpec.Job job -> end(value);
      default -> json(value);
    };
  }

  private static Reading answered(Object value, boolean scalar) {
    try {
      return value instanceof List<?> list
          ? vector(Answer.numbers(list))
          : numbers(new double[] {Answer.number(value)}, scalar);
    } catch (NumberFormatException e) {
      return new Reading.Failure("the script's value is no number, as a query's is: " + value);
    }
  }

  private static Reading end(Object value) {
    boolean good = value.equals(true);
    return new Reading.Verdict(
        good ? AnalysisPhase.SUCCESSFUL : AnalysisPhase.FAILED,
        good ? "" : "the script lets the job fail",
        Map.of());
  }

  /** As JSON has it: all numbers are floats. */
  private static Reading json(@Nullable Object value) {
    String text = GoJson.compact(value).orElse("null");
    return new Reading.Value(JsonText.read(text).value(), text, Map.of());
  }

  private static String text(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    return Double.isNaN(number)
        ? "NaN"
        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
