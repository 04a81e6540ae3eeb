package com.alexandrite.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.Arm;
import com.alexandrite.console.view.Arms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartSentencesTest {

  private static final Samples SAMPLES = new Samples(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void compares_the_versions() {
    var sentences = of(arm("41", 8_000L, 0L, 42.0, 8.0), arm("42", 2_000L, 100L, 44.0, 2.0));

    assertThat(sentences.errors().key()).isEqualTo("say.errors.worse");
    assertThat(sentences.p95())
        .isEqualTo(Phrase.of("say.latency.both", "42", 95, 44.0, "41", 42.0));
    assertThat(sentences.requests()).isEqualTo(Phrase.of("say.requests.both", "42", 20, 2.0, 10.0));
  }

  @Test
  void does_not_judge_by_a_few_requests() {
    assertThat(of(arm("41", 8_000L, 0L, 42.0, 8.0), arm("42", 19L, 3L, 44.0, 2.0)).errors())
        .isEqualTo(Phrase.of("say.errors.few", "42", 19L, 3L));
  }

  @Test
  void says_that_nobody_asked_only_when_that_is_known() {
    var quiet = of(arm("41", 0L, 0L, null, 0.0), Arm.none());

    assertThat(quiet.errors().key()).isEqualTo("say.nothing");
    assertThat(quiet.p95().key()).isEqualTo("say.nothing");
    assertThat(quiet.requests().key()).isEqualTo("say.nothing");
  }

  @Test
  void says_that_prometheus_is_silent_while_the_edge_still_counts() {
    var silent = of(arm("41", 8_000L, 0L, null, null), arm("42", 2_000L, 0L, null, null));

    assertThat(silent.errors().key()).isEqualTo("say.errors.same");
    assertThat(silent.p99().key()).isEqualTo("say.noFigures");
    assertThat(silent.requests().key()).isEqualTo("say.noFigures");
  }

  @Test
  void says_where_nobody_counts_at_all() {
    var uncounted = of(Arm.unknown("41"), Arm.unknown("42"));

    assertThat(uncounted.errors().key()).isEqualTo("say.unknown");
    assertThat(uncounted.p95().key()).isEqualTo("say.unknown");
    assertThat(uncounted.requests().key()).isEqualTo("say.unknown");
  }

  private static ChartSentences of(Arm stable, Arm canary) {
    return new ChartSentences(SAMPLES.running(new Arms(stable, canary)));
  }

  private static Arm arm(
      String version,
      long requests,
      long failures,
      @Nullable Double p95Ms,
      @Nullable Double requestsPerSecond) {
    double rate = requests == 0 ? 0 : (double) failures / requests;
    return new Arm(version, requests, failures, rate, p95Ms, p95Ms, requestsPerSecond);
  }
}
