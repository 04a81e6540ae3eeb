package com.alexandrite.rollouts.engine.simulation;

import static com.alexandrite.rollouts.engine.simulation.script.DemoRollout.GATE;
import static com.alexandrite.rollouts.engine.simulation.script.DemoRollout.play;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.simulation.Moment.Happened;
import com.alexandrite.rollouts.engine.simulation.Moment.Measured;
import com.alexandrite.rollouts.engine.simulation.script.DemoRollout;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided of a release, and in which second. */
class SimulatorTest {

  private static final String PAUSE = "steps: [{setWeight: 50}, {pause: {}}]";

  private static final String BESIDE =
      """
      analysis: {templates: [{templateName: watch}]}
      steps:
        - setWeight: 50
        - pause: {duration: 60s}
        - analysis: {templates: [{templateName: gate}]}
      """;

  @Test
  void aHealthyVersionIsPromoted() {
    SimulatedRelease release = play(GATE, "metrics: [{metric: errors, value: 0}]");

    assertThat(release.outcome()).isEqualTo(Outcome.PROMOTED);
    assertThat(release.reason()).endsWith("Completed all 2 canary steps");
    assertThat(release.abortedAfter()).isNull();
    assertThat(measured(release)).extracting(Measured::value).containsExactly("[0]", "[0]", "[0]");
  }

  /** The pod is ready after two seconds, the looks follow after five each. */
  @Test
  void abortsAtTheFirstLookThatIsBad() {
    SimulatedRelease release =
        play(GATE, "metrics: [{metric: errors, values: [{value: 0}, {from: 10s, value: 0.7}]}]");

    assertThat(release.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(release.abortedAfter()).isEqualTo(12);
    assertThat(release.seconds()).isEqualTo(12);
    assertThat(release.reason()).contains("\"errors\" assessed Failed due to failed (1)");
    assertThat(release.moments().getLast().phase()).isEqualTo("Degraded");
    assertThat(measured(release))
        .extracting(Measured::phase)
        .containsExactly("Successful", "Successful", "Failed");
  }

  @Test
  void aRampCrossesTheThreshold() {
    String ramp = "metrics: [{metric: errors, ramp: {from: 0, to: 1, over: 20s}}]";

    assertThat(play(GATE, ramp).abortedAfter()).isEqualTo(12);
  }

  /** Five errors in a row, ten seconds from each to the next. */
  @Test
  void aSourceThatIsAwayAborts() {
    SimulatedRelease release = play(GATE, "metrics: [{query: of_the_canary, error: refused}]");

    assertThat(release.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(release.abortedAfter()).isEqualTo(42);
    assertThat(release.reason()).contains("consecutiveErrors (5)", "refused");
  }

  @Test
  void aMetricThatTheScriptForgotIsAnError() {
    SimulatedRelease release = play(GATE, "metrics: []");

    assertThat(measured(release).getFirst().message())
        .isEqualTo("the script does not speak of metric errors");
  }

  /** What became of one release, or of its pods, is nothing to the next. */
  @Test
  void everyReleaseBeginsWithTheFirstVersion() {
    ManifestSet manifests = DemoRollout.manifests(GATE);
    Simulator simulator = new Simulator(manifests);
    String metrics = "metrics: [{metric: errors, value: 0}]\n";

    for (String more :
        List.of(
            "",
            "pods: [{revision: 1, crash: {at: 0s}}]",
            "",
            "pods: [{revision: 1, readyAfter: 11m}]",
            "release: {at: 2026-02-01T10:00:00Z}",
            "operator: [{at: 0s, do: promoteFull}, {at: 9s, do: undo}]",
            "")) {
      Script script = DemoRollout.accepted(metrics + more, manifests);

      assertThat(simulator.play(script))
          .as(more)
          .isEqualTo(Simulator.play(manifests, script))
          .isEqualTo(simulator.play(script));
    }
  }

  @Test
  void waitsUntilSomebodyGoesOn() {
    assertThat(play(PAUSE, "metrics: []").outcome()).isEqualTo(Outcome.PAUSED);

    SimulatedRelease release = play(PAUSE, "metrics: []\noperator: [{at: 10m, do: promote}]");

    assertThat(release.outcome()).isEqualTo(Outcome.PROMOTED);
    assertThat(release.seconds()).isBetween(600L, 610L);
    assertThat(release.moments())
        .filteredOn(moment -> moment.second() == 600)
        .flatMap(Moment::happened)
        .contains(new Happened("Operator", "promote", false));
  }

  @Test
  void somebodyAbortsAndTriesAgain() {
    SimulatedRelease aborted = play(PAUSE, "metrics: []\noperator: [{at: 30s, do: abort}]");
    SimulatedRelease again =
        play(
            PAUSE,
            """
            metrics: []
            operator:
              - {at: 90s, do: promoteFull}
              - {at: 60s, do: retry}
              - {at: 30s, do: abort}
            """);

    assertThat(aborted.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(again.outcome()).isEqualTo(Outcome.PROMOTED);
    assertThat(again.abortedAfter()).isEqualTo(30);
  }

  @Test
  void anUndoIsNoPromotion() {
    SimulatedRelease release = play(PAUSE, "metrics: []\noperator: [{at: 30s, do: undo}]");

    assertThat(release.outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void podsThatAreNeverReadyDegrade() {
    SimulatedRelease release = play(PAUSE, "metrics: []\npods: [{readyAfter: never}]");

    assertThat(release.outcome()).isEqualTo(Outcome.DEGRADED);
    assertThat(release.reason()).startsWith("ProgressDeadlineExceeded");
  }

  @Test
  void podsCrashAndComeBack() {
    SimulatedRelease release =
        play(
            PAUSE,
            """
            metrics: []
            pods: [{revision: 2, crash: {at: 20s, for: 10s}}]
            """);

    assertThat(available(release, 19)).isEqualTo(1);
    assertThat(available(release, 20)).isZero();
    assertThat(available(release, 31)).isEqualTo(1);
  }

  /** The metric of the same name in the other template is answered too, by its own script. */
  @Test
  void metricsAreToldApartByTheirTemplates() {
    String script =
        """
        metrics:
          - {template: watch, metric: errors, value: 0.1}
          - {template: gate, metric: errors, values: [{value: 0.2}, {from: 70s, value: 0.9}]}
        """;

    SimulatedRelease release = play(BESIDE, script);

    assertThat(measured(release))
        .filteredOn(one -> one.run().equals("background"))
        .extracting(Measured::value)
        .containsOnly("[0.1]");
    assertThat(release.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(release.abortedAfter()).isEqualTo(72);
  }

  /** Version 1 of the recording's 1 comes eight seconds after the release. */
  @Test
  void recordedMetricsDecide() {
    SimulatedRelease release = play(GATE, "metrics: [{metric: errors, recorded: step.json}]");

    assertThat(measured(release)).extracting(Measured::value).containsExactly("[0]", "[0]", "[1]");
    assertThat(release.abortedAfter()).isEqualTo(12);
  }

  @Test
  void endsAtItsLimit() {
    SimulatedRelease release = play(GATE, "metrics: [{metric: errors, value: 0}]\nuntil: 8s");

    assertThat(release.outcome()).isEqualTo(Outcome.UNFINISHED);
    assertThat(release.seconds()).isLessThanOrEqualTo(8);
  }

  @Test
  void aTemplateWithoutWhatItNeedsIsInvalid() {
    String endless = "steps: [{analysis: {templates: [{templateName: watch}]}}]";

    SimulatedRelease release = play(endless, "metrics: []");

    assertThat(release.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(release.reason()).contains("never ends");
  }

  @Test
  void isTheSameEveryTime() {
    String script = "metrics: [{metric: errors, ramp: {from: 0, to: 1, over: 100s}}]";

    assertThat(play(BESIDE, script)).isEqualTo(play(BESIDE, script));
  }

  private static List<Measured> measured(SimulatedRelease release) {
    return release.moments().stream().flatMap(moment -> moment.measured().stream()).toList();
  }

  private static int available(SimulatedRelease release, long second) {
    return release.moments().stream()
        .filter(moment -> moment.second() <= second && moment.canary() != null)
        .reduce((earlier, later) -> later)
        .map(Moment::canary)
        .orElseThrow()
        .available();
  }
}
