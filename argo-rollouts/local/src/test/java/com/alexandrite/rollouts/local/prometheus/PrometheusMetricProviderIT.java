package com.alexandrite.rollouts.local.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.RangeQuery;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.alexandrite.rollouts.local.rig.RunningPrometheus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Prometheus, which scrapes itself. */
class PrometheusMetricProviderIT {
  @Test
  void measuresChartsAndSaysWhatIsWrong(@TempDir Path folder) throws Exception {
    try (var prometheus = new RunningPrometheus(folder)) {
      var provider =
          new PrometheusMetricProvider(
              prometheus.address(), new SourceClients(), InstantSource.system());
      Files.writeString(
          prometheus.targets().resolve("self.json"),
          "[{\"targets\":[\"%s\"],\"labels\":{\"__metrics_path__\":\"/metrics\",\"service\":\"self\"}}]"
              .formatted(prometheus.address().getAuthority()));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> text(provider.query(query("up{service=\"self\"}"))).equals("[1]"));

      assertThat(text(provider.query(query("vector(0) / 0")))).isEqualTo("[NaN]");
      assertThat(text(provider.query(query("absent_metric")))).isEqualTo("[]");
      assertThat(provider.query(query("sum(")))
          .isInstanceOfSatisfying(
              Reading.Failure.class,
              failure -> assertThat(failure.message()).startsWith("bad_data: "));

      assertThat(text(provider.query(ranging("now() - duration(\"2s\")", "now()", "1s"))))
          .startsWith("[1,1");
      assertThat(text(provider.query(ranging("yesterday", "now()", "1s"))))
          .contains("failed to parse rangeQuery.start as time");

      Instant now = Instant.now();
      var range = new PrometheusApi.Range(now.minusSeconds(10), now, Duration.ofSeconds(1));
      List<PromSeries> chart =
          new PrometheusApi(prometheus.address()).series("up", range, Duration.ofSeconds(2));
      assertThat(chart).hasSize(1);
      assertThat(chart.getFirst().labels()).containsEntry("service", "self");
      assertThat(chart.getFirst().points()).isNotEmpty();

      InstantSource anHourAgo = InstantSource.fixed(now.minusSeconds(3600));
      var then =
          PrometheusMetricProvider.asOf(prometheus.address(), new SourceClients(), anHourAgo);
      assertThat(text(then.query(query("up{service=\"self\"}")))).isEqualTo("[]");

      prometheus.kill();
      assertThat(provider.query(query("up")))
          .isInstanceOfSatisfying(
              Reading.Failure.class,
              failure -> assertThat(failure.message()).startsWith("unreachable: "));
    }
  }

  private static Prometheus query(String query) {
    return new Prometheus("", query, Duration.ofSeconds(5), false, List.of(), null, null, null);
  }

  private static Prometheus ranging(String start, String end, String step) {
    RangeQuery range = new RangeQuery(start, end, step);
    return new Prometheus(
        "", "vector(1)", Duration.ofSeconds(5), false, List.of(), null, range, null);
  }

  private static String text(Reading reading) {
    return reading instanceof Reading.Value value ? value.text() : reading.toString();
  }
}
