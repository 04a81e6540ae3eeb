package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Analysis;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStep.Several;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rollout faster or slower, for tests: the same manifests with every wait multiplied.
 * Pauses, intervals and initial delays of metrics, and arguments that hold a duration change;
 * thresholds, counts and limits do not.
 */
public final class Intervals {

  /** A rate over less than this sees too few scrapes. */
  private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(5);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final double factor;

  private Intervals(double factor) {
    this.factor = factor;
  }

  /**
   * The manifests with every wait multiplied by the factor.
   *
   * @param factor above 0; 1 = as written, 0.2 = five times as fast
   */
  public static ManifestSet scaled(ManifestSet manifests, double factor) {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("the factor must be above 0: " + factor);
    }
    if (factor == 1) {
      return manifests;
    }
    Intervals intervals = new Intervals(factor);
    return new ManifestSet(
            manifests.rollout(),
            manifests.templates().stream().map(intervals::template).toList(),
            manifests.services(),
            manifests.routes())
        .withRollout(intervals.rollout(manifests.rollout()));
  }

  private Rollout rollout(Rollout rollout) {
    Map<String, String> annotations = new LinkedHashMap<>(rollout.annotations());
    for (String name : List.of(Safeguards.HOLD_AT_MOST, Safeguards.BAKE)) {
      annotations.computeIfPresent(name, (key, length) -> scaled(length, SHORTEST_WAIT));
    }
    return rollout.withAnnotations(annotations).withSpec(spec(rollout.spec()));
  }

  private RolloutSpec spec(RolloutSpec spec) {
    CanaryStrategy canary = spec.canary();
    List<CanaryStep> steps = canary.steps().stream().map(this::step).toList();
    BackgroundAnalysis background = canary.analysis();
    BlueGreenStrategy blueGreen = spec.blueGreen();
    if (blueGreen != null) {
      return spec.withBlueGreen(blueGreen(blueGreen));
    }
    return spec.withCanary(
        canary
            .withSteps(steps)
            .withAnalysis(
                background == null
                    ? null
                    : new BackgroundAnalysis(
                        analysis(background.analysis()), background.startingStep())));
  }

  private BlueGreenStrategy blueGreen(BlueGreenStrategy strategy) {
    int wait = strategy.autoPromotionSeconds();
    RolloutAnalysis before = strategy.prePromotionAnalysis();
    RolloutAnalysis after = strategy.postPromotionAnalysis();
    return strategy
        .withAutoPromotionSeconds(wait == 0 ? 0 : seconds(wait))
        .withAnalyses(
            before == null ? null : analysis(before), after == null ? null : analysis(after));
  }

  private CanaryStep step(CanaryStep step) {
    return switch (step) {
      case Pause(@Nullable IntOrString duration) when duration != null ->
          new Pause(IntOrString.of(seconds(PauseDuration.seconds(duration))));
      case Analysis(RolloutAnalysis analysis) -> new Analysis(analysis(analysis));
      case CanaryStep.Experiment(RolloutExperiment experiment) ->
          new CanaryStep.Experiment(experiment(experiment));
      case Several(List<CanaryStep> parts) -> new Several(parts.stream().map(this::step).toList());
      default -> step;
    };
  }

  private int seconds(int seconds) {
    return Math.max(1, (int) Math.round(seconds * factor));
  }

  private RolloutAnalysis analysis(RolloutAnalysis analysis) {
    return new RolloutAnalysis(
        analysis.templates(),
        arguments(analysis.args()),
        analysis.dryRun(),
        analysis.measurementRetention(),
        analysis.labels(),
        analysis.annotations());
  }

  private RolloutExperiment experiment(RolloutExperiment experiment) {
    return new RolloutExperiment(
        scaled(experiment.duration(), SHORTEST_WAIT),
        experiment.templates(),
        experiment.analyses().stream()
            .map(analysis ->
                new RolloutExperiment.Analysis(
                    analysis.name(),
                    analysis.template(),
                    arguments(analysis.args()),
                    analysis.requiredForCompletion()))
            .toList(),
        experiment.dryRun(),
        experiment.labels(),
        experiment.annotations(),
        experiment.scaleDownDelaySeconds());
  }

  private AnalysisTemplate template(AnalysisTemplate template) {
    return template
        .withArgs(arguments(template.args()))
        .withMetrics(template.metrics().stream().map(this::metric).toList());
  }

  private List<Argument> arguments(List<Argument> arguments) {
    return arguments.stream()
        .map(argument ->
            argument.value() == null
                ? argument
                : new Argument(
                    argument.name(),
                    scaled(argument.value(), shortest(argument.name())),
                    argument.valueFrom()))
        .toList();
  }

  /** An argument of that name is the window of a rate. */
  private static Duration shortest(String argument) {
    return argument.contains("window") ? SHORTEST_WINDOW : SHORTEST_WAIT;
  }

  private Map<String, Object> metric(Map<String, Object> metric) {
    Map<String, Object> changed = new LinkedHashMap<>(metric);
    for (String field : List.of("interval", "initialDelay")) {
      changed.computeIfPresent(
          field,
          (name, value) -> value instanceof String text ? scaled(text, SHORTEST_WAIT) : value);
    }
    return changed;
  }

  /** A duration text multiplied; any other text as it is. */
  private String scaled(String text, Duration shortest) {
    boolean hasUnit = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
    return hasUnit
        ? GoDuration.parse(text).map(length -> scaled(length, shortest)).orElse(text)
        : text;
  }

  private String scaled(Duration length, Duration shortest) {
    long millis = Math.round(length.toMillis() * factor);
    return Math.max(millis, Math.min(shortest.toMillis(), length.toMillis())) + "ms";
  }
}
