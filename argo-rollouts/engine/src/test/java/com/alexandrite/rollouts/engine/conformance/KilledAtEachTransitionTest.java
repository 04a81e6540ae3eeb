package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.Transitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine is killed before and after each call by which it touches the world, one after the
 * other: it comes back, and every state of the rollout is as if nothing had happened.
 */
class KilledAtEachTransitionTest {

  @ParameterizedTest
  @MethodSource("rollouts")
  void goesOnAsIfNothingHadHappened(Map<String, Object> row) {
    Transitions all = Transitions.counted();
    assertThat(TraceVectors.run(row, scenario -> Simulation.play(scenario, all)))
        .isEqualTo(new RowOutcome.Equal());
    assertThat(all.count()).isGreaterThan(100);
    for (long number = 0; number < all.count(); number++) {
      Transitions fatal = Transitions.killedAt(number);
      assertThat(TraceVectors.run(row, scenario -> Simulation.play(scenario, fatal)))
          .as("killed at transition %d of %d", number, all.count())
          .isEqualTo(new RowOutcome.Equal());
      assertThat(fatal.count()).isGreaterThan(number);
    }
  }

  @SuppressWarnings("unchecked")
  static Stream<Named<Map<String, Object>>> rollouts() throws IOException {
    try (InputStream file =
        KilledAtEachTransitionTest.class.getResourceAsStream("/conformance/own-traces.jsonl")) {
      List<String> lines =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      return lines.stream()
          .map(line -> (Map<String, Object>) JsonMapper.shared().readValue(line, Map.class))
          .map(row -> Named.of(String.valueOf(row.get("id")), row));
    }
  }
}
