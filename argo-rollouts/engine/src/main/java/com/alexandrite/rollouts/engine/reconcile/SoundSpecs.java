package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the spec of each rollout with which nothing was wrong: it takes several passes until a
 * status says that a spec was seen, and each of them asks.
 */
final class SoundSpecs {

  private final AnalysisRunFactory analysisRuns;
  private final Map<String, Sound> known = new HashMap<>();

  SoundSpecs(AnalysisRunFactory analysisRuns) {
    this.analysisRuns = analysisRuns;
  }

  /** What was checked. */
  private record Sound(RolloutSpec spec, List<AnalysisTemplate> templates) {

    static Sound of(RolloutState state) {
      return new Sound(state.rollout().spec(), state.templates());
    }

    @SuppressWarnings("ReferenceEquality") // Others are others, or were read anew.
    boolean same(Sound other) {
      return spec == other.spec && templates == other.templates;
    }
  }

  /** What is wrong with the rollout of a pass; empty if nothing is. */
  Optional<String> problem(Pass pass) {
    Sound asked = Sound.of(pass.state);
    Sound before = known.get(pass.rollout().name());
    if (seen(pass) || (before != null && before.same(asked))) {
      return Optional.empty();
    }
    SpecCheck check = new SpecCheck(pass, analysisRuns);
    Optional<String> problem = check.problem();
    if (problem.isEmpty() && check.lasting()) {
      known.put(pass.rollout().name(), asked);
    }
    return problem;
  }

  /** Whether the status says that there was nothing wrong with this generation. */
  private static boolean seen(Pass pass) {
    return pass.rollout().generation() == pass.old().observedGeneration()
        && pass.old().condition(Words.INVALID_SPEC).isEmpty();
  }
}
