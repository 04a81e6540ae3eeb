package com.alexandrite.console.loop;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.local.Pod;
import com.alexandrite.rollouts.local.haproxy.ServerCounters;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi.Range;
import com.alexandrite.rollouts.local.prometheus.PrometheusFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the pods of a queue worker have done, in the form in which HAProxy counts requests: no edge
 * sees their jobs, so each pod's own counters are read where they are scraped.
 */
@Component
@OnThisMachine
class JobCounts {
  private static final Logger log = LoggerFactory.getLogger(JobCounts.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final String JOBS =
      "sum by (instance) (job_total{service=\"%s\",outcome%s\"%s\"})";

  private final PrometheusApi prometheus;
  private final InstantSource clock;

  JobCounts(PrometheusApi prometheus, InstantSource clock) {
    this.prometheus = prometheus;
    this.clock = clock;
  }

  /** The counters of each pod that has any; none while Prometheus is away. */
  List<ServerCounters> of(String rollout, List<Pod> pods) {
    try {
      Map<String, Long> done = byPod(JOBS.formatted(rollout, "!=", "duplicate"));
      Map<String, Long> failed = byPod(JOBS.formatted(rollout, "=~", "later|refused"));
      return pods.stream()
          .filter(pod -> done.containsKey(pod.name()))
          .map(pod -> counters(pod, done, failed))
          .toList();
    } catch (PrometheusFailure e) {
      log.debug("{}: no jobs counted: {}", rollout, e.explanation());
      return List.of();
    }
  }

  private static ServerCounters counters(
      Pod pod, Map<String, Long> done, Map<String, Long> failed) {
    return new ServerCounters(
        pod.name(),
        pod.address(),
        0,
        done.getOrDefault(pod.name(), 0L),
        failed.getOrDefault(pod.name(), 0L));
  }

  private Map<String, Long> byPod(String query) {
    Instant now = clock.instant();
    Map<String, Long> values = new HashMap<>();
    prometheus
        .series(query, new Range(now, now, Duration.ofSeconds(1)), TIMEOUT)
        .forEach(series ->
            values.put(
                series.labels().getOrDefault("instance", ""),
                Math.round(series.points().getLast().value())));
    return values;
  }
}
