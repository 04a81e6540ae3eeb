package com.alexandrite.console.state;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rollout's state as text and back; what a closed set's member is, is said by a word beside its
 * fields.
 */
final class StateJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(CanaryStep.class, CanaryStepWords.class)
          .addMixIn(IntOrString.class, IntOrStringWords.class)
          .build();

  private StateJson() {}

  static String write(RolloutState state) {
    return JSON.writeValueAsString(state);
  }

  static RolloutState read(String document) {
    return JSON.readValue(document, RolloutState.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = CanaryStep.SetWeight.class, name = "setWeight"),
    @JsonSubTypes.Type(value = CanaryStep.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = CanaryStep.Analysis.class, name = "analysis"),
    @JsonSubTypes.Type(value = CanaryStep.SetCanaryScale.class, name = "setCanaryScale"),
    @JsonSubTypes.Type(value = CanaryStep.SetHeaderRoute.class, name = "setHeaderRoute"),
    @JsonSubTypes.Type(value = CanaryStep.SetMirrorRoute.class, name = "setMirrorRoute"),
    @JsonSubTypes.Type(value = CanaryStep.Experiment.class, name = "experiment"),
    @JsonSubTypes.Type(value = CanaryStep.Several.class, name = "several")
  })
  private interface CanaryStepWords {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = IntOrString.Whole.class, name = "number"),
    @JsonSubTypes.Type(value = IntOrString.Text.class, name = "text")
  })
  private interface IntOrStringWords {}
}
