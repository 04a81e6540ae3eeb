package com.alexandrite.rollouts.engine.backtest;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.PastMetrics.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of then for the revisions of now: a replayed revision has another pod template hash
 * than the one whose requests were counted.
 */
final class ReplayedMetrics implements MetricProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PastMetrics past;
  private final InstantSource clock;
  private final Map<String, String> hashes;
  private final Set<String> gaps = new LinkedHashSet<>();

  /**
   * Metrics at the clock's time.
   *
   * @param hashes those that were counted, by those of the replay
   */
  ReplayedMetrics(PastMetrics past, InstantSource clock, Map<String, String> hashes) {
    this.past = past;
    this.clock = clock;
    this.hashes = Map.copyOf(hashes);
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return switch (past.at(ofThen(metric), clock.instant())) {
      case Answer.Known(Reading reading) -> reading;
      case Answer.Unknown(String why) -> {
        gaps.add(why);
        // Nothing is to be concluded from it; the verdict tells the gap.
        yield new Reading.Verdict(AnalysisPhase.SUCCESSFUL, why, Map.of());
      }
    };
  }

  /** What was not known, each once. */
  Set<String> gaps() {
    return gaps;
  }

  private MetricSpec ofThen(MetricSpec metric) {
    return metric.provider() instanceof Prometheus asked
        ? with(metric, query(asked, replaced(asked.query())))
        : metric;
  }

  private String replaced(String query) {
    String replaced = query;
    for (Map.Entry<String, String> hash : hashes.entrySet()) {
      replaced = replaced.replace(hash.getKey(), hash.getValue());
    }
    return replaced;
  }

  private static MetricSpec with(MetricSpec metric, ProviderSpec provider) {
    return new MetricSpec(
        metric.name(),
        metric.interval(),
        metric.initialDelay(),
        metric.limits(),
        metric.successCondition(),
        metric.failureCondition(),
        provider);
  }

  private static Prometheus query(Prometheus asked, String query) {
    return new Prometheus(
        asked.address(),
        query,
        asked.timeout(),
        asked.insecure(),
        asked.headers(),
        asked.basicAuth(),
        asked.rangeQuery(),
        asked.oauth2());
  }

  /** Whether anything at all is known of a time: every source that scrapes counts itself. */
  static Answer presence(PastMetrics past, Instant time) {
    Prometheus up = new Prometheus("", "up", PATIENCE, false, List.of(), null, null, null);
    Answer answer = past.at(new MetricSpec("up", "", "", Limits.NONE, "", "", up), time);
    boolean nothing =
        answer instanceof Answer.Known(Reading.Value value) && value.text().equals("[]");
    return nothing ? new Answer.Unknown("Prometheus keeps nothing of that time") : answer;
  }
}
