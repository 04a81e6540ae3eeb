package com.alexandrite.rollouts.engine.simulation.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a recording answers between, before and after its samples. */
class RecordingTest {

  private static final Instant RELEASE = Instant.parse("2026-03-01T10:00:00Z");

  private static final MetricSpec METRIC =
      new MetricSpec("errors", "", "", Limits.NONE, "", "", new ProviderSpec.Missing());

  /** One series has no sample at the second of three times. */
  private static final Recording RECORDING =
      new Recording(
          RELEASE,
          List.of(
              Map.of(at(0), 1.0, at(15), 2.0, at(30), 3.0), Map.of(at(0), 5.0, at(30), Double.NaN)),
          false);

  @Test
  void holdsUntilTheNextTime() {
    assertThat(text(0)).isEqualTo("[1,5]");
    assertThat(text(14)).isEqualTo("[1,5]");
    assertThat(text(15)).isEqualTo("[2]");
    assertThat(text(44)).isEqualTo("[3,NaN]");
  }

  @Test
  void knowsNothingOutside() {
    assertThat(text(-1)).startsWith("the recording of errors is from 2026-03-01T10:00:00Z");
    assertThat(text(45)).endsWith("not of 2026-03-01T10:00:45Z");
  }

  @Test
  void readsWhatPrometheusAnswers() {
    String answer =
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"a":"b"},"values":[[1767225600.5,"0.25"],[1767225601,"+Inf"]]},
          {"metric":{},"values":[]}]}}
        """;
    assertThat(RecordingReader.series(answer))
        .contains(
            List.of(
                Map.of(
                    Instant.ofEpochMilli(1_767_225_600_500L),
                    0.25,
                    Instant.ofEpochSecond(1_767_225_601),
                    Double.POSITIVE_INFINITY)));
    assertThat(RecordingReader.series("{\"data\":{\"resultType\":\"vector\"}}")).isEmpty();
    assertThat(RecordingReader.series(answer.replace("0.25", "much"))).isEmpty();
  }

  private static Instant at(int second) {
    return RELEASE.plusSeconds(second);
  }

  private static String text(int second) {
    return switch (RECORDING.at(METRIC, Duration.ofSeconds(second))) {
      case Reading.Value value -> value.text();
      case Reading.Failure(String message) -> message;
      case Reading other -> other.toString();
    };
  }
}
