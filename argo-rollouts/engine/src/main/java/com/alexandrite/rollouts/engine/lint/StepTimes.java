package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** How long the steps of a canary last, as far as the manifest says. */
final class StepTimes {

  private final List<CanaryStep> steps;
  private final List<Use> uses;

  StepTimes(LintedRollout rollout, List<Use> uses) {
    this.steps = rollout.steps();
    this.uses = uses;
  }

  /** From the beginning of a step to that of a later one; empty where only a person goes on. */
  Optional<Duration> between(int from, int to) {
    Duration sum = Duration.ZERO;
    for (int i = from; i < to; i++) {
      Optional<Duration> one = of(i);
      if (one.isEmpty()) {
        return one;
      }
      sum = sum.plus(one.get());
    }
    return Optional.of(sum);
  }

  /** The step that last changed the weight before this one. */
  OptionalInt lastWeight(int step) {
    return IntStream.range(0, Math.min(step, steps.size()))
        .filter(i -> steps.get(i).part(SetWeight.class) != null)
        .max();
  }

  private Optional<Duration> of(int index) {
    return switch (steps.get(index).deciding()) {
      case CanaryStep.Pause pause -> pause(pause);
      case CanaryStep.Analysis _ -> analysis(index);
      case CanaryStep.Experiment experiment -> duration(experiment);
      default -> Optional.of(Duration.ZERO);
    };
  }

  private static Optional<Duration> pause(CanaryStep.Pause pause) {
    IntOrString length = pause.duration();
    return length == null
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(PauseDuration.seconds(length)));
  }

  private Optional<Duration> analysis(int index) {
    return uses.stream()
        .filter(use -> use.kind() == Kind.STEP && use.step() == index)
        .findFirst()
        .flatMap(Use::length);
  }

  /** Empty where its analyses decide when it ends. */
  static Optional<Duration> duration(CanaryStep.Experiment step) {
    String duration = step.experiment().duration();
    return duration.isEmpty() ? Optional.empty() : GoDuration.parse(duration);
  }
}
