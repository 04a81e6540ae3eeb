package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.simulation.script.MetricScript;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A source that answers as a script says. */
final class ScriptedAnswers implements MetricProvider {

  private final Script script;
  private final InstantSource clock;
  private final Supplier<Optional<RolloutState>> state;

  ScriptedAnswers(Script script, InstantSource clock, Supplier<Optional<RolloutState>> state) {
    this.script = script;
    this.clock = clock;
    this.state = state;
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return answer(metric, Set::of);
  }

  @Override
  public Reading measure(MetricSpec metric, String name) {
    return answer(metric, () -> templates(metric.name(), name));
  }

  private Reading answer(MetricSpec metric, Supplier<Set<String>> templates) {
    Duration sinceRelease = Duration.between(script.release(), clock.instant());
    for (MetricScript said : script.metrics()) {
      if (said.speaksOf(metric, templates)) {
        return said.signal().at(metric, sinceRelease);
      }
    }
    return new Reading.Failure("the script does not speak of metric " + metric.name());
  }

  /** Which templates hold this metric of the run that the measurement's name begins with. */
  private Set<String> templates(String metric, String measurement) {
    RolloutState now = state.get().orElseThrow();
    List<Map<String, Object>> written =
        now.analysisRuns().stream()
            .filter(run ->
                measurement.startsWith(run.name() + "." + run.createdAt().getEpochSecond() + "."))
            .flatMap(run -> run.metrics().stream())
            .filter(it -> metric.equals(it.get("name")))
            .toList();
    return now.templates().stream()
        .filter(template -> template.metrics().stream().anyMatch(written::contains))
        .map(AnalysisTemplate::name)
        .collect(Collectors.toSet());
  }
}
