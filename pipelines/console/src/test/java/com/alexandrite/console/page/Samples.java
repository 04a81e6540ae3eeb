package com.alexandrite.console.page;

import com.alexandrite.console.view.AnalysisRunView;
import com.alexandrite.console.view.Arm;
import com.alexandrite.console.view.Arms;
import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.ConditionView;
import com.alexandrite.console.view.MeasurementView;
import com.alexandrite.console.view.MetricView;
import com.alexandrite.console.view.PodView;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RevisionView;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.SafeguardView;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.view.Unit;
import com.alexandrite.console.view.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rollouts and releases as they look at the moments that matter. */
final class Samples {

  private static final String FAILED =
      "Metric \"error-rate\" assessed Failed due to failed (2) > failureLimit (1)";
  private static final String ABORTED =
      "RolloutAborted: Rollout aborted update to revision 7: " + FAILED;
  private static final Cause ERRORS =
      new Cause.Worse("error-rate", 2, 3, 1, 0.2534, 0.05, Unit.SHARE);

  private final Instant now;

  Samples(Instant now) {
    this.now = now;
  }

  RolloutDetail healthy() {
    return rollout(
        "Healthy",
        4,
        0,
        null,
        "Version 41 serves everyone since it was promoted.",
        steps(4, "done"),
        List.of(),
        new Arms(arm("41", 182_040, 21, 42.4, 88.0, 10.2), Arm.none()),
        List.of("undo", "pause", "restart", "set-image"));
  }

  RolloutDetail held() {
    return rollout(
        "Paused",
        2,
        20,
        "42",
        "Somebody holds it.",
        steps(2, "running"),
        List.of(run("Running", 3, 0)),
        new Arms(arm("41", 8_040, 2, 42.4, 88.0, 8.1), arm("42", 2_010, 1, 44.1, 93.5, 2.0)),
        List.of("promote", "promote-full", "skip-step", "abort", "resume", "restart", "set-image"));
  }

  RolloutDetail running() {
    return running(
        new Arms(arm("41", 8_040, 2, 42.4, 88.0, 8.1), arm("42", 2_010, 1, 44.1, 93.5, 2.0)));
  }

  RolloutDetail running(Arms arms) {
    return rollout(
        "Progressing",
        2,
        20,
        "42",
        "Version 42 serves 20 % of customers while its errors and latency are measured: 3 of 5"
            + " measurements passed.",
        steps(2, "running"),
        List.of(run("Running", 3, 0), whole("background", "Running")),
        arms,
        List.of("promote", "promote-full", "skip-step", "abort", "pause", "restart", "set-image"));
  }

  RolloutDetail paused() {
    return rollout(
        "Paused",
        3,
        50,
        "42",
        "Version 42 waits for a person to promote it. Everything measured so far was within"
            + " limits.",
        steps(3, "waiting"),
        List.of(run("Successful", 5, 0)),
        new Arms(arm("41", 8_040, 2, 42.4, 88.0, 5.1), arm("42", 8_010, 3, 44.1, 93.5, 5.0)),
        List.of("promote", "promote-full", "skip-step", "abort", "pause", "restart", "set-image"));
  }

  RolloutDetail withoutData() {
    return guarded(
        running(),
        "Paused",
        "NoMetricData: metric \"error-rate\": connection refused",
        new SafeguardView(
            "no-data",
            now.minusSeconds(60),
            now.plusSeconds(1740),
            false,
            "metric \"error-rate\": connection refused"));
  }

  RolloutDetail frozen() {
    String window = "Fri 16:00 - Mon 08:00 Europe/Berlin: from step 3";
    return guarded(
        running(),
        "Paused",
        "FreezeWindow: until 2026-11-23T07:00:00Z (" + window + ")",
        new SafeguardView("freeze", null, Instant.parse("2026-11-23T07:00:00Z"), false, window));
  }

  RolloutDetail baking() {
    return guarded(
        healthy(),
        "Healthy",
        "baking until 2026-11-22T06:10:00Z",
        new SafeguardView("bake", now, now.plusSeconds(600), false, ""));
  }

  private RolloutDetail guarded(
      RolloutDetail base, String phase, String message, SafeguardView safeguard) {
    List<String> actions = new ArrayList<>(base.actions());
    if (safeguard.kind().equals("bake")) {
      actions.add("accept");
    }
    return new RolloutDetail(
        base.name(),
        base.service(),
        phase,
        base.step(),
        base.steps(),
        base.weight(),
        base.stable(),
        base.canary(),
        message,
        null,
        base.explanation(),
        base.startedAt(),
        base.revisions(),
        base.stepsDetail(),
        safeguard.kind().equals("bake") ? List.of(whole("bake", "Running")) : base.analysisRuns(),
        base.history(),
        base.arms(),
        actions,
        null,
        List.of(safeguard),
        base.work(),
        base.pods(),
        base.conditions());
  }

  RolloutDetail rolledBack() {
    return rollout(
        "Degraded",
        2,
        0,
        "42",
        "Aborted after 11 s: 25.3 % of the requests to version 42 failed, against 0.02 % to version"
            + " 41. Everyone is on version 41.",
        steps(2, "failed"),
        List.of(run("Failed", 1, 2)),
        new Arms(arm("41", 8_040, 2, 42.4, 88.0, 10.1), arm("42", 87, 22, 44.1, 912.5, 0)),
        List.of("promote-full", "retry", "undo", "pause", "restart", "set-image"));
  }

  ReleaseRecord release(int number, @Nullable String outcome, @Nullable String drill) {
    boolean aborted = "RolledBack".equals(outcome);
    return new ReleaseRecord(
        "r" + number,
        "shop",
        outcome,
        String.valueOf(number - 1),
        String.valueOf(number),
        aborted ? ABORTED : "the new version serves everybody",
        outcome == null ? null : aborted ? ERRORS : new Cause.Promoted(),
        "",
        "rita",
        "4895cce0a1b2c3d4e5f60718293a4b5c6d7e8f90",
        drill,
        aborted ? 87L : 8_010L,
        aborted ? 22L : 3L,
        aborted ? 11.4 : null,
        aborted ? 42.0 : 184.0,
        now.minusSeconds(600L * (50 - number)),
        outcome == null ? null : now.minusSeconds(600L * (50 - number) - 180),
        "/rollouts/shop",
        "6d5f7c9b8",
        "7c8d9e6f5",
        null,
        null);
  }

  private RolloutDetail rollout(
      String phase,
      int step,
      int weight,
      @Nullable String canary,
      String explanation,
      List<StepView> steps,
      List<AnalysisRunView> runs,
      Arms arms,
      List<String> actions) {
    return new RolloutDetail(
        "shop",
        "shop",
        phase,
        step,
        4,
        weight,
        "41",
        canary,
        phase.equals("Degraded") ? ABORTED : phase.equals("Paused") ? "CanaryPauseStep" : "",
        null,
        explanation,
        now.minusSeconds(95),
        List.of(
            revision(7, "42", canary == null ? "old" : "canary", canary == null ? 0 : 1, "errors"),
            revision(6, "41", "stable", 2, null),
            revision(5, "40", "old", 0, null)),
        steps,
        runs,
        List.of(
            phase.equals("Degraded")
                ? release(42, "RolledBack", "errors")
                : canary == null ? release(41, "Promoted", null) : release(42, null, null),
            release(40, "RolledBack", "errors"),
            release(39, "Promoted", null)),
        arms,
        actions,
        actions.contains("resume")
            ? "resume"
            : phase.equals("Paused") ? "promote" : phase.equals("Degraded") ? "retry" : null,
        List.of(),
        Work.REQUESTS,
        List.of(new PodView("shop-7f-1", 7, "Running", true, 1, now.minusSeconds(95), "")),
        List.of(new ConditionView("Healthy", "False", "", "Rollout is not healthy", now)));
  }

  private List<StepView> steps(int current, String state) {
    List<String> titles =
        List.of(
            "Send 5 % of customers",
            "Wait 30 s",
            "Send 20 % and measure errors and latency",
            "Wait until somebody promotes");
    List<String> kinds = List.of("setWeight", "pause", "analysis", "pause");
    List<String> values = List.of("5", "30", "shop-errors, shop-latency", "");
    return IntStream.range(0, titles.size())
        .mapToObj(index ->
            new StepView(
                index,
                kinds.get(index),
                values.get(index),
                titles.get(index),
                index < current ? "done" : index == current ? state : "pending",
                index == current ? "3 of 5 measurements, all within limits" : "",
                null,
                index <= current ? now.minusSeconds(60) : null,
                index < current
                    ? now.minusSeconds(29)
                    : index == current ? now.plusSeconds(17) : null))
        .toList();
  }

  private AnalysisRunView run(String phase, int passed, int failed) {
    return new AnalysisRunView(
        "shop-7-2",
        "shop-errors-and-latency",
        phase,
        2,
        failed > 0 ? FAILED : "",
        failed > 0 ? ERRORS : null,
        now.minusSeconds(40),
        null,
        List.of(
            metric("error-rate", phase, passed, failed),
            metric("latency-p95", phase, passed + failed, 0)),
        "step");
  }

  private AnalysisRunView whole(String kind, String phase) {
    return new AnalysisRunView(
        "shop-7-background",
        "shop-no-crashes-and-a-rather-long-name-of-a-template-that-has-to-wrap",
        phase,
        null,
        "",
        null,
        now.minusSeconds(90),
        null,
        List.of(metric("error-rate", phase, 9, 0)),
        kind);
  }

  private MetricView metric(String name, String phase, int passed, int failed) {
    List<MeasurementView> measurements =
        IntStream.range(0, passed + failed)
            .mapToObj(index ->
                new MeasurementView(
                    now.minusSeconds(40L - 5L * index),
                    index < passed ? "[0.0012]" : "[0.2534]",
                    index < passed ? 0.0012 : 0.2534,
                    index < passed ? "Successful" : "Failed",
                    ""))
            .toList();
    return new MetricView(
        name,
        phase,
        "sum(rate(http_server_requests_seconds_count{service=\"shop\",rollouts_pod_template_hash=\"7c9f\",outcome=\"SERVER_ERROR\"}[10s]))"
            + " / sum(rate(http_server_requests_seconds_count{service=\"shop\"}[10s]))",
        "result[0] < 0.05",
        "",
        0.05,
        Unit.SHARE,
        1,
        passed,
        failed,
        0,
        0,
        measurements);
  }

  private RevisionView revision(
      int number, String version, String role, int replicas, @Nullable String drill) {
    return new RevisionView(
        number,
        version,
        "alexandrite/shop:" + version,
        "7c9f" + number,
        role,
        replicas,
        replicas,
        "4895cce0a1b2c3d4e5f60718293a4b5c6d7e8f90",
        now.minusSeconds(3600L * (8 - number)),
        drill);
  }

  private static Arm arm(
      String version, long requests, long failures, double p95, double p99, double rate) {
    return new Arm(version, requests, failures, 1.0 * failures / requests, p95, p99, rate);
  }
}
