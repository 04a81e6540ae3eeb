package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The analysis that judges a new stable: named templates with the Rollout's own arguments. */
public final class BakeAnalysis {

  private BakeAnalysis() {}

  /**
   * The analysis. An argument has the value of {@code bake-args}, else that of the background
   * analysis, else that of the first step with an argument of this name.
   */
  public static RolloutAnalysis of(
      BakePolicy bake, CanaryStrategy canary, List<AnalysisTemplate> known) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    bake.args().forEach((name, value) -> arguments.put(name, Argument.of(name, value)));
    analyses(canary)
        .flatMap(analysis -> analysis.args().stream())
        .forEach(argument -> arguments.putIfAbsent(argument.name(), argument));
    return new RolloutAnalysis(
        bake.templates().stream().map(name -> reference(name, known)).toList(),
        List.copyOf(arguments.values()),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static Stream<RolloutAnalysis> analyses(CanaryStrategy canary) {
    CanaryStrategy.BackgroundAnalysis beside = canary.analysis();
    Stream<RolloutAnalysis> background =
        beside == null ? Stream.of() : Stream.of(beside.analysis());
    Stream<RolloutAnalysis> steps =
        canary.steps().stream()
            .filter(CanaryStep.Analysis.class::isInstance)
            .map(CanaryStep.Analysis.class::cast)
            .map(CanaryStep.Analysis::analysis);
    return Stream.concat(background, steps);
  }

  private static TemplateRef reference(String name, List<AnalysisTemplate> known) {
    boolean local = known.stream().anyMatch(it -> it.name().equals(name) && !it.clusterScope());
    boolean cluster = known.stream().anyMatch(it -> it.name().equals(name) && it.clusterScope());
    return new TemplateRef(name, cluster && !local);
  }
}
