package com.alexandrite.cli.backtest;

import com.alexandrite.cli.backtest.Recording.Recorded;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.PastMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Metrics of the past from a recording: of other thresholds, not of other queries. */
public final class RecordedMetrics implements PastMetrics {

  /** An answer stands for so long: another interval asks between the moments that were recorded. */
  private static final Duration LASTING = Duration.ofSeconds(10);

  private final Map<String, NavigableMap<Instant, Recorded>> answers = new HashMap<>();

  /** Answers as recorded. */
  public RecordedMetrics(Recording recording) {
    for (Recorded answer : recording.answers()) {
      answers.computeIfAbsent(answer.query(), query -> new TreeMap<>()).put(answer.at(), answer);
    }
  }

  @Override
  public Answer at(MetricSpec metric, Instant time) {
    return Questions.of(metric)
        .map(question -> answer(metric.name(), question, time))
        .orElseGet(() ->
            new Answer.Unknown(
                "nobody keeps what %s was as a %s metric"
                    .formatted(metric.name(), metric.provider().type())));
  }

  private Answer answer(String metric, String question, Instant time) {
    NavigableMap<Instant, Recorded> known = answers.get(question);
    Map.Entry<Instant, Recorded> last = known == null ? null : known.floorEntry(time);
    if (last == null || last.getKey().plus(LASTING).isBefore(time)) {
      String what = known == null ? "this query of " : "that time of ";
      return new Answer.Unknown("the recording does not hold " + what + metric);
    }
    return new Answer.Known(reading(last.getValue()));
  }

  private static Reading reading(Recorded recorded) {
    String failure = recorded.failure();
    return failure == null
        ? new Reading.Value(value(recorded.value()), recorded.value(), Map.of())
        : new Reading.Failure(failure);
  }

  private static Object value(String text) {
    if (!text.startsWith("[")) {
      return number(text);
    }
    String inner = text.substring(1, text.length() - 1);
    List<String> parts = inner.isEmpty() ? List.of() : Stream.of(inner.split(",", -1)).toList();
    return parts.stream().mapToDouble(RecordedMetrics::number).toArray();
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
