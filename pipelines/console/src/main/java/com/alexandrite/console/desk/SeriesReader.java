package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.EventLog;
import com.alexandrite.console.release.Release;
import com.alexandrite.console.view.Series;
import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Mark;
import com.alexandrite.console.words.Sentences;
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
@OnThisMachine
class SeriesReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;

  private final PrometheusApi prometheus;
  private final EventLog events;
  private final Marks marks;
  private final Thresholds thresholds;
  private final Sentences sentences;

  SeriesReader(
      PrometheusApi prometheus,
      EventLog events,
      Marks marks,
      Thresholds thresholds,
      Sentences sentences) {
    this.prometheus = prometheus;
    this.events = events;
    this.marks = marks;
    this.thresholds = thresholds;
    this.sentences = sentences;
  }

  /** The last so much time of what is stable and what is tried now. */
  Series read(RolloutState state, Span span) {
    RolloutStatus status = state.rollout().status();
    String canary = state.rollout().fullyPromoted() ? "" : status.currentPodHash();
    return read(state, Axis.of(span), status.stableRS(), canary);
  }

  /** A release with both of its arms, whatever became of them since. */
  Series read(RolloutState state, Release release, Span span) {
    return read(state, Axis.of(span), release.fromHash(), release.toHash());
  }

  private Series read(RolloutState state, Axis axis, String stableHash, String canaryHash) {
    String rollout = state.rollout().name();
    List<EventLog.Entry> happened = events.between(rollout, axis.start(), axis.end());
    List<Mark> told = new ArrayList<>(marks.of(happened, Sentences.reader()));
    try {
      Lines stable = lines(state, stableHash, axis);
      return axis.series(
          stable,
          lines(state, canaryHash, axis),
          weights(rollout, axis, happened),
          thresholds.of(state, stable, Sentences.reader()),
          told);
    } catch (PrometheusFailure e) {
      String why = sentences.say(Sentences.reader(), "mark.noFigures", e.explanation());
      told.add(new Mark(axis.seconds(axis.end()), "notice", why));
      return axis.empty(told);
    }
  }

  private Lines lines(RolloutState state, String hash, Axis axis) {
    if (hash.isEmpty()) {
      return new Lines(axis.nothing(), axis.nothing(), axis.nothing(), axis.nothing());
    }
    var queries = ArmQueries.moving(state, hash, axis.rateWindow());
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
