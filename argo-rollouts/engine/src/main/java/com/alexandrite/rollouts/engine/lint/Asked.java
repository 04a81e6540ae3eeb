package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.safeguard.BakeAnalysis;
import com.alexandrite.rollouts.engine.safeguard.BakePolicy;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An analysis that a Rollout asks for, and where it does so. */
record Asked(String path, Kind kind, int step, RolloutAnalysis analysis) {

  /** All analyses of a Rollout. */
  static List<Asked> by(LintedRollout rollout, List<AnalysisTemplate> known) {
    BlueGreenStrategy blueGreen = rollout.rollout().spec().blueGreen();
    List<Asked> all = new ArrayList<>();
    if (blueGreen == null) {
      ofCanary(rollout, all);
      ofBake(rollout, known, all);
    } else {
      ofBlueGreen(blueGreen, all);
    }
    return all;
  }

  private static void ofBlueGreen(BlueGreenStrategy blueGreen, List<Asked> all) {
    RolloutAnalysis before = blueGreen.prePromotionAnalysis();
    RolloutAnalysis after = blueGreen.postPromotionAnalysis();
    if (before != null) {
      String path = LintedRollout.BLUE_GREEN + ".prePromotionAnalysis";
      all.add(new Asked(path, Kind.BEFORE_PROMOTION, 0, before));
    }
    if (after != null) {
      String path = LintedRollout.BLUE_GREEN + ".postPromotionAnalysis";
      all.add(new Asked(path, Kind.AFTER_PROMOTION, 0, after));
    }
  }

  private static void ofCanary(LintedRollout rollout, List<Asked> all) {
    BackgroundAnalysis background = rollout.rollout().spec().canary().analysis();
    if (background != null) {
      Integer start = background.startingStep();
      int step = start == null ? 0 : start;
      String path = LintedRollout.CANARY + ".analysis";
      all.add(new Asked(path, Kind.BACKGROUND, step, background.analysis()));
    }
    for (int i = 0; i < rollout.steps().size(); i++) {
      CanaryStep step = rollout.steps().get(i);
      CanaryStep.Analysis analysis = step.part(CanaryStep.Analysis.class);
      CanaryStep.Experiment experiment = step.part(CanaryStep.Experiment.class);
      if (analysis != null) {
        String path = LintedRollout.step(i) + ".analysis";
        all.add(new Asked(path, Kind.STEP, i, analysis.analysis()));
      }
      if (experiment != null) {
        ofExperiment(experiment.experiment(), i, all);
      }
    }
  }

  private static void ofExperiment(RolloutExperiment experiment, int step, List<Asked> all) {
    for (int j = 0; j < experiment.analyses().size(); j++) {
      RolloutExperiment.Analysis analysis = experiment.analyses().get(j);
      String path = LintedRollout.step(step) + ".experiment.analyses[" + j + "]";
      RolloutAnalysis asked =
          new RolloutAnalysis(
              List.of(analysis.template()),
              analysis.args().stream().map(Asked::withHashes).toList(),
              experiment.dryRun(),
              List.of(),
              Map.of(),
              Map.of());
      all.add(new Asked(path, Kind.EXPERIMENT, step, asked));
    }
  }

  /** Only the experiment knows its pods: whichever they are, they are told apart. */
  private static Argument withHashes(Argument argument) {
    String value = argument.value();
    return value != null && value.contains("{{")
        ? Argument.of(argument.name(), Use.LATEST)
        : argument;
  }

  private static void ofBake(LintedRollout rollout, List<AnalysisTemplate> known, List<Asked> all) {
    BakePolicy bake = Safeguards.of(rollout.rollout().annotations()).bake();
    if (bake != null) {
      String path = "metadata.annotations." + Safeguards.BAKE_ANALYSIS;
      RolloutAnalysis analysis = BakeAnalysis.of(bake, rollout.rollout().spec().canary(), known);
      all.add(new Asked(path, Kind.BAKE, rollout.steps().size(), analysis));
    }
  }
}
