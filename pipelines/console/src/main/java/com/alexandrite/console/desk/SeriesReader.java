package com.alexandrite.console.desk;

import com.alexandrite.console.release.EventLog;
import com.alexandrite.console.view.Series;
import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Mark;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.local.prometheus.PromSeries;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi;
import com.alexandrite.rollouts.local.prometheus.PrometheusFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads charts from Prometheus and decisions from the event log, on one time axis. */
@Component
class SeriesReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;

  private final PrometheusApi prometheus;
  private final EventLog events;

  SeriesReader(PrometheusApi prometheus, EventLog events) {
    this.prometheus = prometheus;
    this.events = events;
  }

  Series read(RolloutState state, Duration window, Instant now) {
    var axis = Axis.of(window, now);
    String rollout = state.rollout().name();
    List<EventLog.Entry> happened = events.since(rollout, axis.start());
    List<Mark> marks = new ArrayList<>(Marks.of(happened));
    try {
      return axis.series(
          lines(state, stableHash(state), axis),
          lines(state, canaryHash(state), axis),
          weights(rollout, axis, happened),
          Thresholds.of(state),
          marks);
    } catch (PrometheusFailure e) {
      marks.add(new Mark(axis.seconds(axis.end()), "notice", "No figures: " + e.explanation()));
      return axis.empty(Thresholds.of(state), marks);
    }
  }

  private static String stableHash(RolloutState state) {
    return state.rollout().status().stableRS();
  }

  private static String canaryHash(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    return state.rollout().fullyPromoted() ? "" : status.currentPodHash();
  }

  private Lines lines(RolloutState state, String hash, Axis axis) {
    if (hash.isEmpty()) {
      return new Lines(axis.nothing(), axis.nothing(), axis.nothing(), axis.nothing());
    }
    var queries = new ArmQueries(state.rollout().name(), hash, axis.rateWindow());
    return new Lines(
        line(queries.errorRate(), axis),
        line(queries.latencyMillis(P95), axis),
        line(queries.latencyMillis(P99), axis),
        line(queries.requestRate(), axis));
  }

  private List<@Nullable Double> line(String query, Axis axis) {
    List<PromSeries> found = prometheus.series(query, axis.range(), TIMEOUT);
    return found.isEmpty() ? axis.nothing() : axis.place(found.getFirst().points());
  }

  private List<@Nullable Double> weights(String rollout, Axis axis, List<EventLog.Entry> happened) {
    List<@Nullable Double> weights = new ArrayList<>();
    int weight = events.weightAt(rollout, axis.start());
    int next = 0;
    for (Instant at : axis.instants()) {
      while (next < happened.size() && !happened.get(next).at().isAfter(at)) {
        weight = happened.get(next).weight();
        next++;
      }
      weights.add((double) weight);
    }
    return weights;
  }
}
