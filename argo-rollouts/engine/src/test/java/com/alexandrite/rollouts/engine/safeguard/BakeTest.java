package com.alexandrite.rollouts.engine.safeguard;

import static com.alexandrite.rollouts.engine.safeguard.Play.BAD;
import static com.alexandrite.rollouts.engine.safeguard.Play.DOWN;
import static com.alexandrite.rollouts.engine.safeguard.Play.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import com.alexandrite.rollouts.engine.safeguard.Play.Story;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new stable is watched, and undone if it fails. */
class BakeTest {

  private static final String BAKE =
      "alexandrite.dev/bake: 10m\nalexandrite.dev/bake-analysis: errors";

  private static final String CANARY =
      """
      steps:
        - setWeight: 20
        - pause: {duration: 30}
      """;

  private static Play baking() {
    return Play.of(BAKE, CANARY).metric("errors", 0, GOOD);
  }

  private static String image(RolloutState state) {
    return state.rollout().spec().template().container().image();
  }

  private static List<Integer> pods(Story story, int second) {
    return story.at(second).replicaSets().stream().map(ReplicaSet::replicas).toList();
  }

  @Test
  void aGoodVersionProvesItself() {
    var story = baking().until(1200);
    assertThat(story.phase(400)).startsWith("Healthy baking until 2026-01-01T00:1");
    assertThat(pods(story, 600)).containsExactly(2, 2);
    assertThat(story.phase(1200)).isEqualTo("Healthy");
    assertThat(pods(story, 1200)).containsExactly(0, 2);
    assertThat(story.events("BakeEnded")).containsExactly("Revision 2 has proved itself");
    assertThat(story.at(1200).analysisRuns())
        .singleElement()
        .extracting(AnalysisRun::phase)
        .isEqualTo(AnalysisPhase.SUCCESSFUL);
  }

  /** Without a step or a pause: the old pods are still there. */
  @Test
  void aBadVersionIsUndone() {
    var story = baking().metric("errors", 400, BAD).metric("errors", 450, GOOD).until(1200);
    assertThat(image(story.at(390))).endsWith(":2");
    assertThat(image(story.at(420))).endsWith(":1");
    assertThat(story.at(420).rollout().fullyPromoted()).isTrue();
    assertThat(story.phase(1200)).isEqualTo("Healthy");
    assertThat(story.events("PostPromotionUndo"))
        .singleElement()
        .asString()
        .startsWith("Revision 2 failed after its promotion, back to revision 1: Metric \"errors\"");
    assertThat(story.events("RolloutCompleted").getLast()).contains("Undone after its promotion");
    assertThat(story.status(1200).safeguards().undo()).isNotNull();
    assertThat(story.status(1200).safeguards().bake()).isNull();
    assertThat(pods(story, 1200)).containsExactly(2, 0);
  }

  @Test
  void watchesAfterAFullPromotionToo() {
    String waits = CANARY.replace("{duration: 30}", "{}");
    var story =
        Play.of(BAKE, waits)
            .metric("errors", 0, GOOD)
            .metric("errors", 400, BAD)
            .at(200, RolloutOperations::promoteFull)
            .until(600);
    assertThat(story.promoted(300)).isTrue();
    assertThat(image(story.at(600))).endsWith(":1");
  }

  /** Three looks are no ten minutes. */
  @Test
  void anAnalysisThatPassesEarlyIsMadeAgain() {
    Play play = Play.of(BAKE.replace("errors", "gate"), CANARY).metric("gate", 0, GOOD);
    var good = play.until(1200);
    assertThat(good.events("BakeEnded")).containsExactly("Revision 2 has proved itself");
    assertThat(good.at(600).analysisRuns()).hasSize(1);

    var bad = play.metric("gate", 400, BAD).until(1200);
    assertThat(image(bad.at(390))).endsWith(":2");
    assertThat(image(bad.at(430))).endsWith(":1");
  }

  /** Nobody knows whether the old version would do better. */
  @Test
  void anUnreachableSourceUndoesNothing() {
    var story = baking().metric("errors", 300, DOWN).until(1200);
    assertThat(image(story.at(1200))).endsWith(":2");
    assertThat(story.events("BakeEnded"))
        .singleElement()
        .asString()
        .startsWith("The watch ends without a verdict: Metric \"errors\" assessed Error");
  }

  @Test
  void aNewerVersionEndsTheWatch() {
    var story =
        baking()
            .metric("errors", 400, BAD)
            .at(390, state -> RolloutOperations.setImage(state, "demo/demo:3"))
            .until(420);
    assertThat(image(story.at(420))).endsWith(":3");
    assertThat(story.status(420).safeguards().bake()).isNull();
    assertThat(story.events("PostPromotionUndo")).isEmpty();
  }

  @Test
  void theNewerVersionIsWatchedInItsTurn() {
    var story =
        baking()
            .metric("errors", 700, BAD)
            .at(300, state -> RolloutOperations.setImage(state, "demo/demo:3"))
            .until(900);
    assertThat(image(story.at(690))).endsWith(":3");
    assertThat(image(story.at(900))).endsWith(":2");
  }

  @Test
  void somebodyAccepts() {
    var story =
        baking().metric("errors", 400, BAD).at(390, SafeguardOperations::accept).until(1200);
    assertThat(image(story.at(1200))).endsWith(":2");
    assertThat(story.phase(395)).isEqualTo("Healthy");
    assertThat(pods(story, 1200)).containsExactly(0, 2);
  }

  @Test
  void survivesARestart() {
    var story =
        baking()
            .metric("errors", 400, BAD)
            .happening(300, Simulation::restart)
            .happening(402, Simulation::restart)
            .until(900);
    assertThat(image(story.at(390))).endsWith(":2");
    assertThat(image(story.at(900))).endsWith(":1");
    assertThat(story.phase(900)).isEqualTo("Healthy");
  }

  @Test
  void withoutTheAnnotationNothingIsWatched() {
    var story = Play.of("{}", CANARY).metric("errors", 300, BAD).until(900);
    assertThat(story.promoted(900)).isTrue();
    assertThat(story.at(900).analysisRuns()).isEmpty();
  }
}
