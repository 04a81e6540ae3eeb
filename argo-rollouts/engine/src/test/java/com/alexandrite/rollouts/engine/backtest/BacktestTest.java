package com.alexandrite.rollouts.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.PastMetrics.Answer;
import com.alexandrite.rollouts.engine.backtest.Verdict.Now;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases of the Shop as they might have gone, and what its manifests say of them. */
class BacktestTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  private static final ManifestSet SHOP = ShopManifests.accepted();

  @Test
  void promotesWhatNothingSpeaksAgainst() {
    Verdict verdict = Backtest.of(SHOP, promoted(), errors(second -> 0));

    assertThat(verdict.now()).isEqualTo(Now.PROMOTED);
    assertThat(verdict.differs()).isFalse();
    assertThat(verdict.after()).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(130));
  }

  @Test
  void abortsWhenTheErrorsOfThenAreTooMany() {
    Verdict verdict = Backtest.of(SHOP, promoted(), errors(second -> second < 40 ? 0 : 0.3));

    assertThat(verdict.now()).isEqualTo(Now.ABORTED);
    assertThat(verdict.differs()).isTrue();
    assertThat(verdict.after()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(55));
    assertThat(verdict.reason()).contains("error-rate");
  }

  @Test
  void decidesAsThenWhereNothingWasChanged() {
    Verdict verdict = Backtest.of(SHOP, aborted(24), errors(second -> second < 10 ? 0 : 0.3));

    assertThat(verdict.now()).isEqualTo(Now.ABORTED);
    assertThat(verdict.differs()).isFalse();
  }

  @Test
  void anotherThresholdLetsItPassAsFarAsTheHistoryGoes() {
    ManifestSet tolerant = withThreshold("0.5");
    Verdict verdict = Backtest.of(tolerant, aborted(24), errors(second -> second < 10 ? 0 : 0.3));

    assertThat(verdict.now()).isEqualTo(Now.PASSED);
    assertThat(verdict.differs()).isTrue();
    assertThat(verdict.reason()).matches("the history ends at step \\d of \\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stopped", "together"})
  void whatAPersonOrTheGroupStoppedWasNotDecidedByManifests(String cause) {
    Verdict fine = Backtest.of(SHOP, aborted(60, cause), errors(second -> 0));
    Verdict bad = Backtest.of(SHOP, aborted(60, cause), errors(second -> second < 10 ? 0 : 0.3));
    Verdict late = Backtest.of(SHOP, aborted(60, cause), errors(second -> second < 58 ? 0 : 0.3));

    assertThat(fine.now()).isEqualTo(Now.PASSED);
    assertThat(fine.after()).isEqualTo(Duration.ofSeconds(60));
    assertThat(fine.differs()).isFalse();
    assertThat(bad.now()).isEqualTo(Now.ABORTED);
    assertThat(bad.differs()).isTrue();
    assertThat(late.now()).isEqualTo(Now.PASSED);
  }

  @Test
  void takesALateFirstRequestForNoSlowStart() {
    PastRelease rare = release(START.plusSeconds(250), null, 300, "Promoted", "promoted");
    Verdict verdict = Backtest.of(SHOP, rare, errors(second -> 0));

    assertThat(rare.start()).hasValue(Duration.ofSeconds(30));
    assertThat(verdict.now()).isEqualTo(Now.PROMOTED);
  }

  @Test
  void asksForTheRevisionsThatWereCounted() {
    Set<String> queries = new HashSet<>();
    Backtest.of(
        SHOP,
        promoted(),
        (metric, time) -> {
          queries.add(query(metric));
          return value("up", 1);
        });

    assertThat(queries).anyMatch(query -> query.contains("hash=\"counted-new\""));
    assertThat(queries).anyMatch(query -> query.contains("hash=\"counted-old\""));
  }

  @Test
  void saysNothingWhereTheHistoryIsSilent() {
    PastMetrics nothing =
        (metric, time) -> new Answer.Known(new Reading.Value(new double[0], "[]", Map.of()));
    PastMetrics gaps =
        (metric, time) ->
            metric.name().equals("latency")
                ? new Answer.Unknown("nobody knows")
                : value(metric.name(), 0);

    assertThat(Backtest.of(SHOP, promoted(), nothing).now()).isEqualTo(Now.UNDECIDED);
    assertThat(Backtest.of(SHOP, promoted(), gaps).now()).isEqualTo(Now.UNDECIDED);
    assertThat(Backtest.of(SHOP, promoted(), gaps).reason()).isEqualTo("nobody knows");
  }

  private static PastRelease promoted() {
    return release(START.plusSeconds(4), null, 300, "Promoted", "promoted");
  }

  private static PastRelease aborted(long second) {
    return aborted(second, "worse");
  }

  private static PastRelease aborted(long second, String cause) {
    Instant abortedAt = START.plusSeconds(second);
    return release(START.plusSeconds(4), abortedAt, second + 4, "RolledBack", cause);
  }

  private static PastRelease release(
      Instant firstRequestAt,
      @Nullable Instant abortedAt,
      long seconds,
      String outcome,
      String cause) {
    return new PastRelease(
        "r-1",
        "shop",
        "1",
        "2",
        "counted-old",
        "counted-new",
        START,
        firstRequestAt,
        abortedAt,
        START.plusSeconds(seconds),
        outcome,
        "",
        cause);
  }

  /** The error rate by the second since the release; all else is fine. */
  private static PastMetrics errors(ToDoubleFunction<Long> rate) {
    return (metric, time) ->
        value(
            metric.name(),
            metric.name().equals("error-rate")
                ? rate.applyAsDouble(Duration.between(START, time).toSeconds())
                : 0);
  }

  private static Answer value(String metric, double value) {
    return new Answer.Known(
        new Reading.Value(new double[] {value}, metric + " " + value, Map.of()));
  }

  private static String query(MetricSpec metric) {
    return metric.provider() instanceof Prometheus asked ? asked.query() : "";
  }

  private static ManifestSet withThreshold(String threshold) {
    return new ManifestSet(
        SHOP.rollout(),
        SHOP.templates().stream().map(it -> withThreshold(it, threshold)).toList(),
        SHOP.services(),
        SHOP.routes());
  }

  private static AnalysisTemplate withThreshold(AnalysisTemplate template, String threshold) {
    List<Map<String, Object>> metrics =
        template.metrics().stream()
            .map(metric -> {
              Map<String, Object> changed = new HashMap<>(metric);
              String condition = Objects.toString(metric.get("successCondition"));
              changed.put("successCondition", condition.replace("0.05", threshold));
              return changed;
            })
            .toList();
    return template.withMetrics(metrics);
  }
}
