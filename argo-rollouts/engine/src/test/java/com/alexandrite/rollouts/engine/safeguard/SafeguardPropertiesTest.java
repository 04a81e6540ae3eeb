package com.alexandrite.rollouts.engine.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds however the metrics come and go, and wherever the windows lie. */
class SafeguardPropertiesTest {

  private static final String CANARY =
      """
      analysis:
        templates: [{templateName: errors}]
      steps:
        - setWeight: 20
        - pause: {duration: 30}
        - analysis:
            templates: [{templateName: gate}]
        - setWeight: 60
        - pause: {duration: 30}
      """;

  private static final int CLEAR = 1000;

  /** From a second on, the metrics are so. */
  record Weather(int second, Reading reading) {}

  @Property(tries = 60)
  void noOutageAbortsAHoldingRollout(@ForAll("weathers") List<Weather> weathers) {
    Play play = play("alexandrite.dev/on-no-data: hold", weathers);
    List<Snapshot> snapshots = Simulation.play(play.scenario(1600)).snapshots();
    int weight = 0;
    for (Snapshot snapshot : snapshots) {
      RolloutState state = snapshot.state();
      assertThat(state.rollout().status().phase()).isNotEqualTo(Phase.DEGRADED);
      assertThat(PlainData.read(PlainData.of(state), RolloutState.class)).isEqualTo(state);
      if (!state.rollout().fullyPromoted()) {
        assertThat(state.rollout().status().canaryWeight()).isGreaterThanOrEqualTo(weight);
        weight = state.rollout().status().canaryWeight();
      }
    }
    assertThat(snapshots.getLast().state().rollout().fullyPromoted()).isTrue();
  }

  @Property(tries = 30)
  void aHoldNeverPassesAStep(@ForAll("weathers") List<Weather> weathers) {
    Play play = play("alexandrite.dev/on-no-data: hold", weathers);
    Snapshot before = null;
    for (Snapshot snapshot : Simulation.play(play.scenario(1600)).snapshots()) {
      if (before != null && held(before) && held(snapshot)) {
        assertThat(snapshot.state().rollout().status().currentStepIndex())
            .isEqualTo(before.state().rollout().status().currentStepIndex());
      }
      before = snapshot;
    }
  }

  private static boolean held(Snapshot snapshot) {
    return snapshot
        .state()
        .rollout()
        .status()
        .pauseCondition(PauseCondition.NO_METRIC_DATA)
        .isPresent();
  }

  @Property(tries = 40)
  void theWeightNeverRisesInAWindow(@ForAll("windows") Window window) {
    Play play = play("alexandrite.dev/freeze: \"" + window.line() + "\"", List.of());
    int before = 0;
    List<Snapshot> snapshots = Simulation.play(play.scenario(3600)).snapshots();
    for (Snapshot snapshot : snapshots) {
      int weight = snapshot.state().rollout().status().canaryWeight();
      if (window.covers(snapshot.second()) && weight > window.weight()) {
        assertThat(weight).isLessThanOrEqualTo(before);
      }
      before = weight;
    }
    assertThat(snapshots.getLast().state().rollout().fullyPromoted()).isTrue();
  }

  /** Minutes after the start, and a weight. */
  record Window(int from, int length, int weight) {

    String line() {
      Instant start = Simulation.START.plus(Duration.ofMinutes(from));
      return "%s - %s UTC: above %d %%"
          .formatted(text(start), text(start.plus(Duration.ofMinutes(length))), weight);
    }

    private static String text(Instant time) {
      return time.toString().substring(0, 16).replace('T', ' ');
    }

    boolean covers(long second) {
      return second >= from * 60L && second < (from + length) * 60L;
    }
  }

  private static Play play(String annotations, List<Weather> weathers) {
    Play play = Play.of(annotations, CANARY);
    for (String metric : List.of("errors", "gate")) {
      play.metric(metric, 0, Play.GOOD);
      weathers.forEach(weather -> play.metric(metric, weather.second(), weather.reading()));
      play.metric(metric, CLEAR, Play.GOOD);
    }
    return play;
  }

  @Provide
  Arbitrary<List<Weather>> weathers() {
    Arbitrary<Reading> readings =
        Arbitraries.of(
            Play.GOOD, Play.DOWN, Play.EMPTY, Play.NAN, new Reading.Value("odd", "odd", Map.of()));
    return Combinators.combine(Arbitraries.integers().between(50, CLEAR - 1), readings)
        .as(Weather::new)
        .list()
        .ofMaxSize(12)
        .map(all -> all.stream().sorted(Comparator.comparingInt(Weather::second)).toList());
  }

  @Provide
  Arbitrary<Window> windows() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(1, 30),
            Arbitraries.integers().between(0, 99))
        .as(Window::new);
  }
}
