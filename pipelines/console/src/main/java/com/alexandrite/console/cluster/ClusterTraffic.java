package com.alexandrite.console.cluster;

import com.alexandrite.console.desk.ArmQueries;
import com.alexandrite.console.desk.ArmQueries.Revision;
import com.alexandrite.console.desk.Axis;
import com.alexandrite.console.desk.Span;
import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.view.Arm;
import com.alexandrite.console.view.Arms;
import com.alexandrite.console.view.Series;
import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Mark;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.rollouts.local.prometheus.PromSeries;
import com.alexandrite.rollouts.local.prometheus.PromValue;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi;
import com.alexandrite.rollouts.local.prometheus.PrometheusFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What customers get from either arm, as the cluster's Prometheus knows it. Without one, or while
 * it does not answer, the numbers are unknown, which is not the same as none.
 */
@Component
@OnCluster
class ClusterTraffic {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration CHART_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final String PRESENT = "30s";
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;

  private final @Nullable PrometheusApi prometheus;
  private final InstantSource clock;
  private final Sentences sentences;
  private volatile Instant restUntil = Instant.MIN;

  ClusterTraffic(ClusterSettings settings, InstantSource clock, Sentences sentences) {
    URI server = settings.prometheus();
    this.prometheus =
        server == null || server.toString().isEmpty() ? null : new PrometheusApi(server);
    this.clock = clock;
    this.sentences = sentences;
  }

  Arms arms(ClusterRollout rollout) {
    String canary = rollout.canaryVersion();
    return new Arms(
        rollout.stableHash().isEmpty()
            ? Arm.none()
            : arm(rollout, rollout.stableHash(), rollout.stableVersion()),
        canary == null ? Arm.none() : arm(rollout, rollout.currentHash(), canary));
  }

  private Arm arm(ClusterRollout rollout, String hash, String version) {
    PrometheusApi server = prometheus;
    Instant now = clock.instant();
    if (server == null || now.isBefore(restUntil)) {
      return Arm.unknown(version);
    }
    try {
      return measured(server, rollout, hash, version, now);
    } catch (PrometheusFailure e) {
      restUntil = now.plus(REST_AFTER_FAILURE);
      return Arm.unknown(version);
    }
  }

  private static Arm measured(
      PrometheusApi server, ClusterRollout rollout, String hash, String version, Instant now) {
    Revision revision = revision(rollout, hash);
    Instant began = rollout.startedAt();
    Span span = new Span(began == null ? now.minus(Duration.ofMinutes(15)) : began, now);
    ArmQueries whole = ArmQueries.over(revision, span);
    Double requests = number(server, whole.requests());
    Double failures = requests == null ? null : number(server, whole.failures());
    Double rate = number(server, ArmQueries.moving(revision, PRESENT).requestRate());
    return new Arm(
        version,
        rounded(requests),
        requests == null ? null : rounded(failures == null ? Double.valueOf(0) : failures),
        requests == null || requests == 0 ? null : (failures == null ? 0 : failures) / requests,
        number(server, whole.latencyMillis(P95)),
        number(server, whole.latencyMillis(P99)),
        rate == null ? Double.valueOf(0) : rate);
  }

  private static Revision revision(ClusterRollout rollout, String hash) {
    return new Revision(rollout.work(), rollout.object().name(), hash);
  }

  private static @Nullable Long rounded(@Nullable Double value) {
    return value == null ? null : Math.round(value);
  }

  private static @Nullable Double number(PrometheusApi server, String query) {
    PromValue value = server.query(query, TIMEOUT, Map.of()).value();
    if (value instanceof PromValue.Vector vector && vector.values().size() == 1) {
      double only = vector.values().getFirst();
      return Double.isFinite(only) ? only : null;
    }
    return null;
  }

  Series series(ClusterRollout rollout, @Nullable Duration window) {
    Instant now = clock.instant();
    Instant began = rollout.startedAt();
    boolean release = window == null && rollout.isUpdating() && began != null;
    Span span =
        release && began != null
            ? new Span(began.minusSeconds(60), now)
            : Span.last(window == null ? Duration.ofMinutes(15) : window, now);
    Axis axis = Axis.of(span);
    PrometheusApi server = prometheus;
    if (server == null) {
      return axis.empty(
          List.of(notice(axis, sentences.say(Sentences.reader(), "mark.noPrometheus"))));
    }
    try {
      return axis.series(
          lines(server, rollout, rollout.stableHash(), axis),
          lines(server, rollout, rollout.isUpdating() ? rollout.currentHash() : "", axis),
          axis.nothing(),
          Map.of(),
          List.of());
    } catch (PrometheusFailure e) {
      String why = sentences.say(Sentences.reader(), "mark.noFigures", e.explanation());
      return axis.empty(List.of(notice(axis, why)));
    }
  }

  private static Mark notice(Axis axis, String why) {
    return new Mark(axis.seconds(axis.end()), "notice", why);
  }

  private static Lines lines(PrometheusApi server, ClusterRollout rollout, String hash, Axis axis) {
    if (hash.isEmpty()) {
      return new Lines(axis.nothing(), axis.nothing(), axis.nothing(), axis.nothing());
    }
    var queries = ArmQueries.moving(revision(rollout, hash), axis.rateWindow());
    return new Lines(
        line(server, queries.errorRate(), axis),
        line(server, queries.latencyMillis(P95), axis),
        line(server, queries.latencyMillis(P99), axis),
        line(server, queries.requestRate(), axis));
  }

  private static List<@Nullable Double> line(PrometheusApi server, String query, Axis axis) {
    List<PromSeries> found = server.series(query, axis.range(), CHART_TIMEOUT);
    return found.isEmpty() ? axis.nothing() : axis.place(found.getFirst().points());
  }
}
