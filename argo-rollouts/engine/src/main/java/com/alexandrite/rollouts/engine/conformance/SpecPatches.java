package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.operation.MergePatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Applies JSON merge patches to a rollout's spec, beside what other operations have changed. */
final class SpecPatches {

  private final Function<Map<String, Object>, Rollout> read;
  private Map<String, Object> document;

  SpecPatches(Map<String, Object> document, Function<Map<String, Object>, Rollout> read) {
    this.document = document;
    this.read = read;
  }

  RolloutState patch(RolloutState state, Map<String, Object> patch) {
    Map<String, Object> changed = new LinkedHashMap<>(document);
    changed.put("spec", MergePatch.apply(Data.map(document.get("spec")), patch));
    document = changed;
    RolloutSpec patched = read.apply(document).spec();
    return state.withSpec(old -> {
      RolloutSpec spec =
          patch.containsKey("template") ? patched : patched.withTemplate(old.template());
      spec = patch.containsKey("replicas") ? spec : spec.withReplicas(old.replicas());
      spec = patch.containsKey("restartAt") ? spec : spec.withRestartAt(old.restartAt());
      return patch.containsKey("paused") ? spec : spec.withPaused(old.paused());
    });
  }
}
