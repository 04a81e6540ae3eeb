package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.Template;
import com.alexandrite.rollouts.engine.model.Experiment.TemplateState;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When something of an experiment is over, and when to look at it again. */
final class ExperimentTimes {

  private ExperimentTimes() {}

  static boolean durationOver(Experiment experiment, Instant now) {
    return experiment.endsAt().filter(now::isAfter).isPresent();
  }

  static Instant deadline(Experiment experiment, TemplateState state) {
    return state
        .lastTransitionTime()
        .plus(Duration.ofSeconds(experiment.spec().progressDeadlineSeconds()));
  }

  static @Nullable Instant wakeAt(Experiment experiment, Instant now) {
    Stream<Instant> departures =
        experiment.replicaSets().stream()
            .filter(set -> set.replicas() > 0)
            .map(ReplicaSet::scaleDownDeadline)
            .filter(Objects::nonNull);
    Stream<Instant> running =
        ExperimentEnd.near(experiment)
            ? Stream.of()
            : Stream.concat(experiment.endsAt().stream(), deadlines(experiment));
    return Stream.concat(departures, running)
        .filter(at -> !at.isBefore(now))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Stream<Instant> deadlines(Experiment experiment) {
    return experiment.spec().templates().stream()
        .flatMap(template ->
            experiment.template(template.name()).stream()
                .filter(state -> late(experiment, template, state)))
        .map(state -> deadline(experiment, state));
  }

  private static boolean late(Experiment experiment, Template template, TemplateState state) {
    return !state.phase().completed()
        && state.available() != ExperimentEnd.wanted(experiment, template);
  }
}
