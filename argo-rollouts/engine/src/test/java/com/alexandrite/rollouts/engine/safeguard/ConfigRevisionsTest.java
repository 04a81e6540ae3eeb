package com.alexandrite.rollouts.engine.safeguard;

import static com.alexandrite.rollouts.engine.safeguard.Play.BAD;
import static com.alexandrite.rollouts.engine.safeguard.Play.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A change of configuration goes the way of a change of the image. */
class ConfigRevisionsTest {

  private static final String ASKED = "alexandrite.dev/config-revisions: \"true\"";

  private static final String CANARY =
      """
      analysis:
        templates: [{templateName: errors}]
      steps:
        - setWeight: 20
        - pause: {duration: 30}
      """;

  /** Version 2 is released with configuration "a" and stable from second 120 on. */
  private static Play configured(String annotations) {
    return Play.of(annotations, CANARY).metric("errors", 0, GOOD).at(20, saw("a"));
  }

  private static UnaryOperator<RolloutState> saw(String hash) {
    return state -> SafeguardOperations.configured(state, hash);
  }

  private static RolloutState undone(RolloutState state) {
    return switch (RolloutOperations.undo(state, 0)) {
      case RolloutOperations.Undo.Changed(RolloutState changed) -> changed;
      case RolloutOperations.Undo.Refused(String why) -> throw new IllegalStateException(why);
    };
  }

  private static String stable(RolloutState state) {
    return state
        .replicaSet(state.rollout().status().stableRS())
        .orElseThrow()
        .template()
        .annotations()
        .getOrDefault(ConfigRevisions.HASH, "-");
  }

  @Test
  void aNewConfigurationStartsACanary() {
    var story = configured(ASKED).at(300, saw("b")).until(600);
    assertThat(story.status(310).canaryWeight()).isEqualTo(20);
    assertThat(stable(story.at(310))).isEqualTo("a");
    assertThat(stable(story.at(600))).isEqualTo("b");
    assertThat(story.promoted(600)).isTrue();
  }

  @Test
  void aBadConfigurationIsAbortedLikeABadVersion() {
    var story = configured(ASKED).at(300, saw("b")).metric("errors", 310, BAD).until(600);
    assertThat(story.phase(600)).startsWith("Degraded RolloutAborted");
    assertThat(stable(story.at(600))).isEqualTo("a");
  }

  /** The file still says "b" when somebody has gone back to "a". */
  @Test
  void anUndoStaysUndone() {
    var story =
        configured(ASKED)
            .at(300, saw("b"))
            .at(600, ConfigRevisionsTest::undone)
            .at(900, saw("b"))
            .until(1200);
    assertThat(stable(story.at(590))).isEqualTo("b");
    assertThat(stable(story.at(1200))).isEqualTo("a");
    assertThat(story.at(1200).rollout().fullyPromoted()).isTrue();
  }

  @Test
  void theEarlierConfigurationMayBeWantedAgain() {
    var story = configured(ASKED).at(300, saw("b")).at(600, saw("a")).until(900);
    assertThat(stable(story.at(590))).isEqualTo("b");
    assertThat(stable(story.at(900))).isEqualTo("a");
  }

  @Test
  void aReleaseTakesTheConfigurationOfNow() {
    var story =
        configured(ASKED)
            .at(300, saw("b"))
            .at(600, ConfigRevisionsTest::undone)
            .at(
                900,
                state ->
                    RolloutOperations.setTemplate(
                        state,
                        ConfigRevisions.newest(
                            state, state.rollout().spec().template().withImage("demo/demo:3"))))
            .until(1200);
    assertThat(stable(story.at(890))).isEqualTo("a");
    assertThat(stable(story.at(1200))).isEqualTo("b");
  }

  @Test
  void withoutTheAnnotationNothingHappens() {
    var story = configured("{}").at(300, saw("b")).until(600);
    assertThat(stable(story.at(600))).isEqualTo("-");
    assertThat(story.at(600).replicaSets()).hasSize(2);
  }
}
