package com.alexandrite.rollouts.engine.safeguard;

import static com.alexandrite.rollouts.engine.safeguard.Play.BAD;
import static com.alexandrite.rollouts.engine.safeguard.Play.DOWN;
import static com.alexandrite.rollouts.engine.safeguard.Play.EMPTY;
import static com.alexandrite.rollouts.engine.safeguard.Play.GOOD;
import static com.alexandrite.rollouts.engine.safeguard.Play.NAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rollout without metric data waits where it asks for it, and only there. */
class HoldTest {

  private static final String HOLD = "alexandrite.dev/on-no-data: hold";

  /** Second by second from the release on: 20 %, 30 s, 60 %, 30 s, everybody. */
  private static final String BACKGROUND =
      """
      analysis:
        templates: [{templateName: errors}]
      steps:
        - setWeight: 20
        - pause: {duration: 30}
        - setWeight: 60
        - pause: {duration: 30}
      """;

  private static final String GATE =
      """
      steps:
        - setWeight: 20
        - analysis:
            templates: [{templateName: gate}]
        - setWeight: 60
        - pause: {}
      """;

  private static Play background(String annotations) {
    return Play.of(annotations, BACKGROUND).metric("errors", 0, GOOD);
  }

  @Test
  void withoutTheAnnotationFiveErrorsAbort() {
    var story = background("{}").metric("errors", 70, DOWN).until(400);
    assertThat(story.phase(400)).contains("Degraded RolloutAborted", "consecutiveErrors (5)");
  }

  @Test
  void goesThroughWithData() {
    var story = background(HOLD).until(400);
    assertThat(story.promoted(400)).isTrue();
    assertThat(story.events("NoMetricData")).isEmpty();
  }

  @Test
  void waitsInTheMiddleAndGoesOnByItself() {
    var story = background(HOLD).metric("errors", 70, DOWN).metric("errors", 700, GOOD).until(1200);
    assertThat(story.phase(600))
        .isEqualTo("Paused NoMetricData: metric \"errors\": connection refused");
    assertThat(story.status(600).canaryWeight()).isEqualTo(20);
    assertThat(story.promoted(1200)).isTrue();
    assertThat(story.events("NoMetricData")).hasSize(1);
    assertThat(story.events("MetricDataReturned")).hasSize(1);
    assertThat(story.status(1200).safeguards().hold()).isNull();
  }

  @Test
  void waitsFromTheStart() {
    var story = background(HOLD).metric("errors", 1, DOWN).metric("errors", 500, GOOD).until(1000);
    assertThat(story.phase(400)).startsWith("Paused NoMetricData");
    assertThat(story.status(400).canaryWeight()).isLessThanOrEqualTo(20);
    assertThat(story.promoted(1000)).isTrue();
  }

  /** The last pause ends at second 130 or so: nobody is promoted blindly. */
  @Test
  void waitsAtTheEnd() {
    var story = background(HOLD).metric("errors", 118, DOWN).metric("errors", 600, GOOD).until(900);
    assertThat(story.phase(500)).startsWith("Paused NoMetricData");
    assertThat(story.promoted(590)).isFalse();
    assertThat(story.promoted(900)).isTrue();
  }

  @Test
  void survivesAFlappingSource() {
    var play = background(HOLD);
    for (int second = 65; second < 400; second += 20) {
      play.metric("errors", second, DOWN).metric("errors", second + 10, GOOD);
    }
    var story = play.until(900);
    assertThat(story.promoted(900)).isTrue();
    assertThat(story.events("NoMetricData")).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "NaN"})
  void anEmptyAnswerIsNoVerdict(String kind) {
    Reading nothing = kind.equals("empty") ? EMPTY : NAN;
    var story =
        background(HOLD).metric("errors", 75, nothing).metric("errors", 500, GOOD).until(1000);
    assertThat(story.phase(400)).startsWith("Paused NoMetricData");
    assertThat(story.promoted(1000)).isTrue();
  }

  /** Else the rollout would wait for requests that it does not let come. */
  @Test
  void doesNotWaitForDataOfACanaryWithoutTraffic() {
    String canary =
        """
        analysis:
          templates: [{templateName: errors}]
        steps:
          - setCanaryScale: {replicas: 1}
          - setWeight: 20
          - pause: {duration: 30}
        """;
    var story =
        Play.of(HOLD, canary).metric("errors", 0, EMPTY).metric("errors", 66, GOOD).until(400);
    assertThat(story.promoted(400)).isTrue();
  }

  @Test
  void badDataStillAborts() {
    var story = background(HOLD).metric("errors", 70, DOWN).metric("errors", 300, BAD).until(600);
    assertThat(story.phase(200)).startsWith("Paused NoMetricData");
    assertThat(story.phase(600)).startsWith("Degraded RolloutAborted");
  }

  @Test
  void keepsThePauseOfItsStep() {
    String canary = BACKGROUND.replace("{duration: 30}", "{}");
    var story =
        Play.of(HOLD, canary)
            .metric("errors", 0, GOOD)
            .metric("errors", 75, DOWN)
            .metric("errors", 300, GOOD)
            .until(600);
    assertThat(story.phase(200)).startsWith("Paused NoMetricData");
    assertThat(story.phase(600)).isEqualTo("Paused CanaryPauseStep");
    assertThat(story.status(600).currentStepIndex()).isEqualTo(1);
  }

  @Test
  void aPauseThatBeginsMeanwhileIsNotSkipped() {
    String canary = BACKGROUND.replace("{duration: 30}", "{}");
    var story =
        Play.of(HOLD, canary).metric("errors", 0, DOWN).metric("errors", 300, GOOD).until(600);
    assertThat(story.phase(600)).isEqualTo("Paused CanaryPauseStep");
    assertThat(story.status(600).currentStepIndex()).isEqualTo(1);
  }

  @Test
  void aGateWaitsForItsData() {
    var story = Play.of(HOLD, GATE).metric("gate", 0, DOWN).metric("gate", 900, GOOD).until(1200);
    assertThat(story.phase(800)).startsWith("Paused NoMetricData: metric \"gate\"");
    assertThat(story.status(800).currentStepIndex()).isEqualTo(1);
    assertThat(story.phase(1200)).isEqualTo("Paused CanaryPauseStep");
  }

  @Test
  void somebodyMayGoOnWithoutData() {
    var story =
        Play.of(HOLD, GATE).metric("gate", 0, DOWN).at(300, RolloutOperations::promote).until(600);
    assertThat(story.status(290).currentStepIndex()).isEqualTo(1);
    assertThat(story.phase(600)).isEqualTo("Paused CanaryPauseStep");
    assertThat(story.status(600).currentStepIndex()).isEqualTo(3);
  }

  /** The step of an analysis may say something of routes too. */
  @Test
  void somebodyMayGoOnWithoutDataWhereTheStepSaysMore() {
    String more =
        """
          managedRoutes: [{name: staff}]
        steps:
          - setWeight: 20
          - setHeaderRoute:
              name: staff
              match: [{headerName: staff, headerValue: {exact: 'yes'}}]
            analysis:
              templates: [{templateName: gate}]
          - setWeight: 60
          - pause: {}
        """;
    var story =
        Play.of(HOLD, more).metric("gate", 0, DOWN).at(300, RolloutOperations::promote).until(600);
    assertThat(story.phase(290)).startsWith("Paused NoMetricData");
    assertThat(story.status(290).currentStepIndex()).isEqualTo(1);
    assertThat(story.status(600).currentStepIndex()).isEqualTo(3);
  }

  @Test
  void somebodyMayGoOnBesideTheBackgroundAnalysis() {
    var story =
        background(HOLD).metric("errors", 70, DOWN).at(300, RolloutOperations::promote).until(600);
    assertThat(story.promoted(290)).isFalse();
    assertThat(story.promoted(600)).isTrue();
  }

  @Test
  void somebodyMayAbortOrPromoteFully() {
    var aborted =
        background(HOLD).metric("errors", 70, DOWN).at(300, RolloutOperations::abort).until(600);
    assertThat(aborted.phase(600)).startsWith("Degraded RolloutAborted");
    assertThat(aborted.status(600).canaryWeight()).isZero();
    var full =
        background(HOLD)
            .metric("errors", 70, DOWN)
            .at(300, RolloutOperations::promoteFull)
            .until(600);
    assertThat(full.promoted(600)).isTrue();
  }

  @Test
  void goesBackWhenItTookTooLong() {
    var story =
        background(HOLD + "\nalexandrite.dev/hold-at-most: 5m")
            .metric("errors", 70, DOWN)
            .until(900);
    assertThat(story.phase(350)).startsWith("Paused NoMetricData");
    assertThat(story.phase(900)).contains("RolloutAborted", "no metric data for 300 s");
  }

  @Test
  void staysLongerWhereItIsAsked() {
    String annotations =
        HOLD + "\nalexandrite.dev/hold-at-most: 5m\nalexandrite.dev/after-hold: stay";
    var story = background(annotations).metric("errors", 70, DOWN).until(900);
    assertThat(story.phase(900)).startsWith("Paused NoMetricData");
    assertThat(story.events("NoMetricData")).hasSize(2);
  }

  @Test
  void anotherVersionBeginsAnew() {
    var story =
        background(HOLD)
            .metric("errors", 70, DOWN)
            .metric("errors", 300, GOOD)
            .at(290, state -> RolloutOperations.setImage(state, "demo/demo:3"))
            .until(900);
    assertThat(story.at(900).rollout().fullyPromoted()).isTrue();
  }

  @Test
  void survivesARestart() {
    var story =
        background(HOLD + "\nalexandrite.dev/hold-at-most: 10m")
            .metric("errors", 70, DOWN)
            .metric("errors", 500, GOOD)
            .happening(200, Simulation::restart)
            .happening(510, Simulation::restart)
            .until(900);
    assertThat(story.phase(400)).startsWith("Paused NoMetricData");
    assertThat(story.promoted(900)).isTrue();
    assertThat(story.events("NoMetricData")).hasSize(1);
  }
}
