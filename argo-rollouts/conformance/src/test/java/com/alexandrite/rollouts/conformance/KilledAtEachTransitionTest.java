package com.alexandrite.rollouts.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import com.alexandrite.rollouts.engine.conformance.TraceVectors;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.Transitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine is killed before or after a call by which it touches the world. It comes back with
 * nothing but what was saved, and every state of the rollout is as if nothing had happened.
 */
class KilledAtEachTransitionTest {

  /** So many rollouts of each file are killed at every transition, one after the other. */
  private static final int THOROUGHLY = 2;

  /** Longer ones would take too long for that. */
  private static final int MANY = 300;

  @ParameterizedTest
  @MethodSource("files")
  void goesOnAsIfNothingHadHappened(VectorFile file) throws IOException {
    int thorough = 0;
    for (Map<String, Object> row : rows(file)) {
      long transitions = transitions(row);
      if (transitions == 0) {
        continue;
      }
      if (thorough < THOROUGHLY && transitions < MANY) {
        thorough++;
        for (long number = 0; number < transitions; number++) {
          killedAt(number, row);
        }
      } else {
        killedAt(new Random(String.valueOf(row.get("id")).hashCode()).nextLong(transitions), row);
      }
    }
    assertThat(thorough).isEqualTo(THOROUGHLY);
  }

  /** How many there are; 0 for a rollout that this engine decides otherwise. */
  private static long transitions(Map<String, Object> row) {
    Transitions all = Transitions.counted();
    RowOutcome outcome = TraceVectors.run(row, scenario -> Simulation.play(scenario, all));
    return outcome instanceof RowOutcome.Equal ? all.count() : 0;
  }

  private static void killedAt(long number, Map<String, Object> row) {
    Transitions fatal = Transitions.killedAt(number);
    assertThat(TraceVectors.run(row, scenario -> Simulation.play(scenario, fatal)))
        .as("%s killed at transition %d", row.get("id"), number)
        .isEqualTo(new RowOutcome.Equal());
    assertThat(fatal.count()).isGreaterThan(number);
  }

  static Stream<VectorFile> files() throws IOException {
    return VectorFile.in(Path.of("suite")).stream()
        .filter(file -> file.name().startsWith("trace-"))
        .filter(file -> !file.name().contains("order-sensitive"));
  }

  /**
   * A new engine begins with short times between its tries: after an outage of the router, and
   * while the router confirms a split late, it is there sooner than one that lived through it. So
   * only the end is compared.
   */
  @Test
  void endsAsIfNothingHadHappenedWhereTheRouterIsSlowOrAway() throws IOException {
    int killed = 0;
    for (VectorFile file : files().toList()) {
      for (Map<String, Object> row : file.rows()) {
        long transitions = tellsAtOnce(row) ? 0 : transitions(row);
        if (transitions > 0) {
          killed++;
          long number = new Random(String.valueOf(row.get("id")).hashCode()).nextLong(transitions);
          Transitions fatal = Transitions.killedAt(number);
          assertThat(TraceVectors.end(row, scenario -> Simulation.play(scenario, fatal)))
              .as("%s killed at transition %d", row.get("id"), number)
              .isEqualTo(TraceVectors.end(row, Simulation::play));
        }
      }
    }
    assertThat(killed).isPositive();
  }

  private static List<Map<String, Object>> rows(VectorFile file) throws IOException {
    return file.rows().stream().filter(KilledAtEachTransitionTest::tellsAtOnce).toList();
  }

  private static boolean tellsAtOnce(Map<String, Object> row) {
    Map<String, Object> router = Data.map(row.get("router"));
    return Data.list(router.get("fail")).isEmpty() && !(router.get("verify") instanceof Map<?, ?>);
  }
}
