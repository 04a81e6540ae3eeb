package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers by time.
 *
 * @param points in the order of their times
 * @param scalar whether a query's value is a number, not a list of them
 */
public record Points(List<Point> points, boolean scalar) implements Signal {

  public Points {
    points = List.copyOf(points);
  }

  /** What is answered from this time on. */
  public record Point(Duration from, Answer answer) {}

  /** Always the same. */
  public static Points always(Answer answer) {
    return new Points(List.of(new Point(Duration.ofSeconds(Long.MIN_VALUE), answer)), false);
  }

  @Override
  public Reading at(MetricSpec metric, Duration sinceRelease) {
    Point point = last(sinceRelease);
    if (point == null) {
      return new Reading.Failure("the script says nothing of " + metric.name() + " at this time");
    }
    Answer answer =
        point.answer() instanceof Answer.Ramp ramp
            ? ramp.after(sinceRelease.minus(point.from()))
            : point.answer();
    return Readings.of(answer, metric.provider(), scalar);
  }

  private @Nullable Point last(Duration time) {
    for (int i = points.size() - 1; i >= 0; i--) {
      if (points.get(i).from().compareTo(time) <= 0) {
        return points.get(i);
      }
    }
    return null;
  }
}
