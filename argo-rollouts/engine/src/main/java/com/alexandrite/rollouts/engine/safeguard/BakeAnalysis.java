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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The analysis that judges a new stable: named templates with the Rollout's own arguments. */
public final class BakeAnalysis {

  private BakeAnalysis() {}

  /**
   * The analysis. An argument has the value of {@code bake-args}, else that of the background
   * analysis, else that of the template, else that of the first step with an argument of this name:
   * how often a step looks says nothing of how long a watch is.
   */
  public static RolloutAnalysis of(
      BakePolicy bake, CanaryStrategy canary, List<AnalysisTemplate> known) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    bake.args().forEach((name, value) -> arguments.put(name, Argument.of(name, value)));
    background(canary).forEach(argument -> arguments.putIfAbsent(argument.name(), argument));
    Set<String> given = givenByTemplates(bake, known);
    steps(canary)
        .filter(argument -> !given.contains(argument.name()))
        .forEach(argument -> arguments.putIfAbsent(argument.name(), argument));
    return new RolloutAnalysis(
        bake.templates().stream().map(name -> reference(name, known)).toList(),
        List.copyOf(arguments.values()),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static Stream<Argument> background(CanaryStrategy canary) {
    CanaryStrategy.BackgroundAnalysis beside = canary.analysis();
    return beside == null ? Stream.of() : beside.analysis().args().stream();
  }

  private static Stream<Argument> steps(CanaryStrategy canary) {
    return canary.steps().stream()
        .flatMap(step -> Stream.ofNullable(step.part(CanaryStep.Analysis.class)))
        .flatMap(step -> step.analysis().args().stream());
  }

  private static Set<String> givenByTemplates(BakePolicy bake, List<AnalysisTemplate> known) {
    return known.stream()
        .filter(template -> bake.templates().contains(template.name()))
        .flatMap(template -> template.args().stream())
        .filter(argument -> argument.value() != null || argument.valueFrom() != null)
        .map(Argument::name)
        .collect(Collectors.toSet());
  }

  private static TemplateRef reference(String name, List<AnalysisTemplate> known) {
    boolean local = known.stream().anyMatch(it -> it.name().equals(name) && !it.clusterScope());
    boolean cluster = known.stream().anyMatch(it -> it.name().equals(name) && it.clusterScope());
    return new TemplateRef(name, cluster && !local);
  }
}
