package com.alexandrite.rollouts.engine.safeguard;

import static com.alexandrite.rollouts.engine.safeguard.Play.BAD;
import static com.alexandrite.rollouts.engine.safeguard.Play.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** A rollout stops where its windows say, and goes on after them. The clock begins at midnight. */
class FreezeTest {

  private static final String CANARY =
      """
      analysis:
        templates: [{templateName: errors}]
      steps:
        - setWeight: 20
        - pause: {duration: 30}
        - setWeight: 60
        - pause: {duration: 30}
      """;

  private static Play frozen(String line) {
    return Play.of("alexandrite.dev/freeze: |\n  " + line, CANARY).metric("errors", 0, GOOD);
  }

  @Test
  void doesNotPassTheStep() {
    var story = frozen("2026-01-01 00:00 - 2026-01-01 01:00 UTC: from step 2").until(4000);
    assertThat(story.phase(3000))
        .isEqualTo(
            "Paused FreezeWindow: until 2026-01-01T01:00:00Z"
                + " (2026-01-01 00:00 - 2026-01-01 01:00 UTC: from step 2)");
    assertThat(story.status(3000).currentStepIndex()).isEqualTo(1);
    assertThat(story.status(3000).canaryWeight()).isEqualTo(20);
    assertThat(story.promoted(4000)).isTrue();
    assertThat(story.status(4000).safeguards().freeze()).isNull();
  }

  @Test
  void staysBelowAWeight() {
    var story = frozen("2026-01-01 00:00 - 2026-01-01 01:00 UTC: above 20 %").until(4000);
    assertThat(story.status(3000).canaryWeight()).isEqualTo(20);
    assertThat(story.promoted(4000)).isTrue();
  }

  /** Neither traffic nor a pod of the new version. */
  @Test
  void doesNotBegin() {
    var story = frozen("2026-01-01 00:00 - 2026-01-01 01:00 UTC").until(4000);
    assertThat(story.phase(3000)).startsWith("Paused FreezeWindow");
    assertThat(story.status(3000).canaryWeight()).isZero();
    assertThat(story.status(3000).updatedReplicas()).isZero();
    assertThat(story.promoted(4000)).isTrue();
  }

  /** The window opens at second 120, when 60 % are reached: they keep it. */
  @Test
  void neverGoesBackForAWindow() {
    var story = frozen("2026-01-01 00:02 - 2026-01-01 01:00 UTC: above 20 %").until(4000);
    assertThat(story.status(3000).canaryWeight()).isEqualTo(60);
    assertThat(story.phase(3000)).startsWith("Paused FreezeWindow");
    assertThat(story.promoted(4000)).isTrue();
  }

  @Test
  void aWindowThatIsOverStopsNothing() {
    assertThat(frozen("2025-01-01 - 2025-12-31 UTC").until(400).promoted(400)).isTrue();
  }

  @Test
  void windowsInARowMakeOne() {
    var story =
        frozen("2026-01-01 00:00 - 2026-01-01 01:00 UTC\n  2026-01-01 01:00 - 2026-01-01 02:00 UTC")
            .until(8000);
    assertThat(story.phase(3000)).contains("until 2026-01-01T02:00:00Z");
    assertThat(story.promoted(7100)).isFalse();
    assertThat(story.promoted(8000)).isTrue();
  }

  @Test
  void somebodyMayGoOn() {
    var story =
        frozen("2026-01-01 - 2026-01-01 UTC: from step 1")
            .at(1000, RolloutOperations::promote)
            .until(2000);
    assertThat(story.promoted(990)).isFalse();
    assertThat(story.promoted(2000)).isTrue();
  }

  @Test
  void theAnalysisStillAborts() {
    var story =
        frozen("2026-01-01 - 2026-01-01 UTC: from step 1").metric("errors", 1000, BAD).until(2000);
    assertThat(story.phase(990)).startsWith("Paused FreezeWindow");
    assertThat(story.phase(2000)).startsWith("Degraded RolloutAborted");
    assertThat(story.status(2000).canaryWeight()).isZero();
  }

  @Test
  void aWayBackIsNeverStopped() {
    var aborted =
        frozen("2026-01-01 - 2026-01-01 UTC: from step 1")
            .at(1000, RolloutOperations::abort)
            .until(2000);
    assertThat(aborted.phase(2000)).startsWith("Degraded RolloutAborted");
    var undone =
        frozen("2026-01-01 00:10 - 2026-01-01 23:00 UTC")
            .at(1000, state -> RolloutOperations.setImage(state, "demo/demo:1"))
            .until(2000);
    assertThat(undone.promoted(900)).isTrue();
    assertThat(undone.phase(2000)).isEqualTo("Healthy");
    assertThat(undone.at(2000).rollout().spec().template().container().image()).endsWith(":1");
  }

  @Test
  void survivesARestart() {
    var story =
        frozen("2026-01-01 00:00 - 2026-01-01 01:00 UTC: from step 2")
            .happening(500, Simulation::restart)
            .until(4000);
    assertThat(story.phase(3000)).startsWith("Paused FreezeWindow");
    assertThat(story.promoted(4000)).isTrue();
    assertThat(story.events("FreezeWindow")).hasSize(1);
  }
}
