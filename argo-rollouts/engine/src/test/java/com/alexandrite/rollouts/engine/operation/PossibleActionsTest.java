package com.alexandrite.rollouts.engine.operation;

import static com.alexandrite.rollouts.engine.operation.RolloutAction.ABORT;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.ACCEPT;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.PAUSE;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.PROMOTE;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.PROMOTE_FULL;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.RESTART;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.RESUME;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.RETRY;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.SET_IMAGE;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.SKIP_ALL_STEPS;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.SKIP_STEP;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.UNDO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PossibleActionsTest {

  private static final Map<String, Object> WEIGHT = Map.of("setWeight", 20);
  private static final Map<String, Object> TIMED = Map.of("pause", Map.of("duration", "30s"));
  private static final Map<String, Object> OPEN = Map.of("pause", Map.of());

  @Test
  void rolloutThatHasArrivedIsHeldRestartedOrGivenAnotherVersion() {
    PossibleActions now = arrived(Map.of(), Map.of());

    assertThat(now.all()).containsExactly(UNDO, PAUSE, RESTART, SET_IMAGE);
    assertThat(now.needed()).isEmpty();
    assertThat(now.refusal(ABORT)).contains(NotNow.NOTHING_TO_ABORT);
    assertThat(now.refusal(SKIP_STEP)).contains(NotNow.NOTHING_TO_SKIP);
  }

  @Test
  void updateIsPromotedSkippedOrAborted() {
    PossibleActions now = updating(Map.of(), Map.of("currentStepIndex", 0), List.of(WEIGHT, OPEN));

    assertThat(now.all())
        .containsExactly(
            PROMOTE,
            PROMOTE_FULL,
            SKIP_STEP,
            SKIP_ALL_STEPS,
            ABORT,
            UNDO,
            PAUSE,
            RESTART,
            SET_IMAGE);
    assertThat(now.needed()).isEmpty();
  }

  @Test
  void nothingIsSkippedWithoutStepsOrBehindTheLast() {
    assertThat(updating(Map.of(), Map.of(), List.of()).refusal(SKIP_STEP))
        .contains(NotNow.NO_STEPS);
    assertThat(
            updating(Map.of(), Map.of("currentStepIndex", 1), List.of(WEIGHT))
                .refusal(SKIP_ALL_STEPS))
        .contains(NotNow.NOTHING_TO_SKIP);
  }

  @Test
  void abortedUpdateWaitsForSomebodyToRetryIt() {
    PossibleActions now =
        updating(Map.of(), Map.of("abortedAt", "2026-01-01T00:00:00Z"), List.of(WEIGHT));

    assertThat(now.all()).contains(RETRY, PROMOTE_FULL).doesNotContain(PROMOTE, ABORT, SKIP_STEP);
    assertThat(now.refusal(PROMOTE)).contains(NotNow.ABORTED);
    assertThat(now.refusal(ABORT)).contains(NotNow.ABORTED_ALREADY);
    assertThat(now.needed()).contains(RETRY);
  }

  @Test
  void heldRolloutIsResumedAndNotHeldAgain() {
    PossibleActions now = arrived(Map.of("paused", true), Map.of());

    assertThat(now.all()).contains(RESUME).doesNotContain(PAUSE);
    assertThat(now.refusal(PAUSE)).contains(NotNow.PAUSED_ALREADY);
    assertThat(now.needed()).contains(RESUME);
  }

  @Test
  void onlyAPauseWithoutEndNeedsAPerson() {
    assertThat(paused("CanaryPauseStep", OPEN).needed()).contains(PROMOTE);
    assertThat(paused("CanaryPauseStep", TIMED).needed()).isEmpty();
    assertThat(paused("InconclusiveAnalysisRun", WEIGHT).needed()).contains(PROMOTE);
    assertThat(paused("FreezeWindow", WEIGHT).needed()).isEmpty();
  }

  @Test
  void watchedPromotionIsAccepted() {
    var watched = Map.<String, Object>of("safeguards", Map.of("bake", Map.of("hash", "a")));

    assertThat(arrived(Map.of(), watched).all()).contains(ACCEPT);
    assertThat(arrived(Map.of(), Map.of()).refusal(ACCEPT)).contains(NotNow.NOTHING_TO_ACCEPT);
  }

  @Test
  void firstVersionIsNeitherRestartedNorTakenBack() {
    PossibleActions now = new PossibleActions(Map.of(), false, 1);

    assertThat(now.refusal(RESTART)).contains(NotNow.NOTHING_TO_RESTART);
    assertThat(now.refusal(UNDO)).contains(NotNow.NOTHING_TO_UNDO);
  }

  private static PossibleActions paused(String reason, Map<String, Object> step) {
    List<Map<String, Object>> pauses = List.of(Map.of("reason", reason));
    return updating(
        Map.of(), Map.of("currentStepIndex", 0, "pauseConditions", pauses), List.of(step));
  }

  private static PossibleActions arrived(Map<String, Object> spec, Map<String, Object> status) {
    return new PossibleActions(rollout(spec, status), false, 2);
  }

  private static PossibleActions updating(
      Map<String, Object> spec, Map<String, Object> status, List<Map<String, Object>> steps) {
    Map<String, Object> whole = new HashMap<>(spec);
    whole.put("strategy", Map.of("canary", Map.of("steps", steps)));
    return new PossibleActions(rollout(whole, status), true, 2);
  }

  private static Map<String, Object> rollout(Map<String, Object> spec, Map<String, Object> status) {
    Map<String, Object> whole = new HashMap<>(status);
    whole.put("stableRS", "a");
    return Map.of("spec", spec, "status", whole);
  }
}
