package com.alexandrite.rollouts.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.process.ProcessMark;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import com.alexandrite.rollouts.engine.template.MetricReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobMetricProviderIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String NAME = "shop-abc-2.1767225600.smoke test.1";

  /** Deadlines and pauses pass when the test says so; the processes are real. */
  private final VirtualClock clock = new VirtualClock(START);

  private Path home;
  private JobMetricProvider provider;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    home = folder;
    Files.writeString(folder.resolve("shop.env"), "GREETING=hello\n");
    provider = newProvider();
  }

  @AfterEach
  void endAll() {
    jobs().kill();
  }

  private JobMetricProvider newProvider() {
    return new JobMetricProvider(home.resolve("jobs"), home, clock);
  }

  @Test
  void isGoodWhenTheCommandSaysSoAndKeepsWhatItSaid() {
    MetricSpec metric = metric("echo $GREETING $WHO $1", Map.of());

    Measurement ended = ended(metric, begin(metric));

    assertThat(ended.phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(ended.metadata())
        .containsEntry("output", "hello canary argument")
        .containsEntry("job-name", "shop-abc-2.1767225600.smoke+test.1");
  }

  @Test
  void failsWithTheExitCode() {
    MetricSpec metric = metric("echo broken >&2; exit 3", Map.of("backoffLimit", 0));

    Measurement ended = ended(metric, begin(metric));

    assertThat(ended.phase()).isEqualTo(AnalysisPhase.FAILED);
    assertThat(ended.message()).contains("BackoffLimitExceeded").contains("exit code 3");
    assertThat(ended.metadata()).containsEntry("output", "broken");
  }

  @Test
  void isTriedAgainAfterAPause() {
    MetricSpec metric =
        metric("test -e ../../../second || { touch ../../../second; exit 1; }", Map.of());
    Measurement begun = begin(metric);
    await().until(() -> Files.exists(attempt(1).resolve("exit")));
    clock.moveTo(Instant.now());
    assertThat(provider.resume(metric, begun)).isInstanceOf(Reading.InFlight.class);
    assertThat(attempt(2)).doesNotExist();

    clock.moveTo(Instant.now().plusSeconds(10));

    assertThat(ended(metric, begun).phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(attempt(2)).exists();
  }

  @Test
  void hasItsDeadline() {
    MetricSpec metric =
        metric("exec sleep 600", Map.of("activeDeadlineSeconds", 60, "backoffLimit", 0));
    Measurement begun = begin(metric);
    clock.moveTo(START.plusSeconds(59));
    assertThat(provider.resume(metric, begun))
        .isEqualTo(new Reading.InFlight(START.plusSeconds(60), begun.metadata()));

    clock.moveTo(START.plusSeconds(60));

    assertThat(ended(metric, begun).message()).startsWith("DeadlineExceeded");
    assertThat(jobs().processes()).isEmpty();
  }

  @Test
  void endsWithItsRunAndIsInconclusive() {
    MetricSpec metric = metric("echo begun; exec sleep 600", Map.of());
    Measurement begun = begin(metric);
    await().until(() -> Files.exists(attempt(1).resolve("output.log")));

    Reading ended = provider.terminate(metric, begun);

    assertThat(ended)
        .isInstanceOfSatisfying(
            Reading.Verdict.class,
            verdict -> assertThat(verdict.phase()).isEqualTo(AnalysisPhase.INCONCLUSIVE));
    assertThat(jobs().processes()).isEmpty();
  }

  @Test
  void isFoundAgainByTheNextConsole() {
    MetricSpec metric = metric("echo once >>../../../starts; exec sleep 600", Map.of());
    begin(metric);
    await().until(() -> Files.exists(home.resolve("starts")));

    provider = newProvider();
    Measurement again = begin(metric);

    assertThat(provider.resume(metric, again)).isInstanceOf(Reading.InFlight.class);
    assertThat(home.resolve("starts")).hasContent("once");
  }

  @Test
  void aKilledJobHasFailed() {
    MetricSpec metric = metric("exec sleep 600", Map.of("backoffLimit", 0));
    Measurement begun = begin(metric);

    jobs().kill();

    assertThat(ended(metric, begun).message()).contains("the command was killed");
  }

  @Test
  void whatAProcessCannotBeIsRefusedByName() {
    var job =
        Map.of(
            "spec",
            Map.of(
                "parallelism",
                2,
                "template",
                Map.of("spec", Map.of("containers", List.of(Map.of("image", "x"))))));
    Map<String, Object> tree = Map.of("name", "m", "provider", Map.of("job", job));
    assertThat(MetricReader.read(tree).problems())
        .extracting(Object::toString)
        .anyMatch(problem -> problem.contains("containers[0].command is missing"))
        .anyMatch(problem -> problem.contains("spec.parallelism is not executed"));
  }

  private Measurement begin(MetricSpec metric) {
    return measurement(provider.measure(metric, NAME));
  }

  private Measurement ended(MetricSpec metric, Measurement begun) {
    return await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> measurement(provider.resume(metric, begun)), seen -> seen.phase().completed());
  }

  private Measurement measurement(Reading reading) {
    return switch (reading) {
      case Reading.InFlight(Instant resumeAt, Map<String, String> metadata) ->
          new Measurement(AnalysisPhase.RUNNING, "", "", START, null, resumeAt, metadata);
      case Reading.Verdict(AnalysisPhase phase, String message, Map<String, String> metadata) ->
          Measurement.finished(phase, message, "", START, clock.instant()).withMetadata(metadata);
      case Reading.Failure(String message) -> throw new AssertionError(message);
      case Reading.Value value -> throw new AssertionError(value);
    };
  }

  private Path attempt(int number) {
    return home.resolve("jobs/shop-abc-2.1767225600.smoke+test.1")
        .resolve(Integer.toString(number));
  }

  private ProcessMark jobs() {
    return new ProcessMark("ALEXANDRITE_JOB_ATTEMPT", value -> value.startsWith(home.toString()));
  }

  private static MetricSpec metric(String script, Map<String, Object> limits) {
    var container =
        Map.of(
            "name", "smoke",
            "image", "alexandrite/smoke:1",
            "command", List.of("/bin/sh", "-c", script, "sh"),
            "args", List.of("argument"),
            "env", List.of(Map.of("name", "WHO", "value", "canary")),
            "envFrom", List.of(Map.of("configMapRef", Map.of("name", "shop"))));
    var spec = new HashMap<String, Object>(limits);
    spec.put(
        "template",
        Map.of("spec", Map.of("restartPolicy", "Never", "containers", List.of(container))));
    Map<String, Object> tree =
        Map.of("name", "smoke test", "provider", Map.of("job", Map.of("spec", spec)));
    MetricReader.Read read = MetricReader.read(tree);
    assertThat(read.problems()).isEmpty();
    return read.metric();
  }
}
