package com.alexandrite.flags.server.measure;

import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.count.Evaluations.Count;
import java.io.IOException;
import java.util.List;

/** Takes the answers that services count for Prometheus into the server's own counts. */
public final class CountingAnswers {
  /** How often it has to be done. */
  public static final java.time.Duration EVERY = java.time.Duration.ofMinutes(1);

  private static final String ANSWERS =
      "sum by (flag, variant) (increase(flags_evaluations_total[1m]))";

  private final Prometheus prometheus;
  private final Evaluations evaluations;
  private final String environment;

  /** Counts for the environment whose services this Prometheus measures. */
  public CountingAnswers(Prometheus prometheus, Evaluations evaluations, String environment) {
    this.prometheus = prometheus;
    this.evaluations = evaluations;
    this.environment = environment;
  }

  /** The answers of the last minute. */
  public void run() throws IOException {
    List<Count> counts =
        prometheus.query(ANSWERS).stream()
            .map(one -> new Count(one.label("flag"), one.label("variant"), Math.round(one.value())))
            .toList();
    evaluations.add(environment, counts);
  }
}
