package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter;
import com.alexandrite.rollouts.engine.simulation.Scenario;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.SimulatedPods;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A release with an experiment, its engine killed after each of its saves in turn. */
class ExperimentCrashTest {

  private static final int SECONDS = 120;

  @Test
  void endsAsIfNothingHadHappened() {
    Life undisturbed = new Life(Integer.MAX_VALUE);
    undisturbed.live();
    assertThat(undisturbed.state().rollout().status().phase()).isEqualTo(Phase.HEALTHY);
    assertThat(undisturbed.store.saves).isGreaterThan(15);

    for (int fatal = 2; fatal <= undisturbed.store.saves; fatal++) {
      Life life = new Life(fatal);
      life.live();
      assertThat(life.outcome()).as("killed after save %d", fatal).isEqualTo(undisturbed.outcome());
    }
  }

  /** What is left in the end. */
  private record Outcome(
      Phase phase, String stable, List<AnalysisPhase> experiments, Map<String, Integer> pods) {}

  /** One life of a rollout, with a death in it. */
  private static final class Life {
    private final Scenario scenario =
        new TraceRow(
                ExperimentRows.row(
                    "{\"duration\":\"20s\",\"templates\":[{\"name\":\"base\",\"specRef\":\"stable\"},"
                        + "{\"name\":\"cand\",\"specRef\":\"canary\",\"weight\":5}],"
                        + "\"analyses\":[{\"name\":\"a\",\"templateName\":\"t\"}]}",
                    "",
                    "0",
                    ""))
            .scenario();
    private final VirtualClock clock = new VirtualClock(Simulation.START);
    private final SimulatedPods pods =
        new SimulatedPods(clock, scenario.pods(), scenario.otherPods());
    private final RecordingRouter router = new RecordingRouter(clock, scenario.router());
    private final MortalStore store;
    private RolloutController controller;

    Life(int fatalSave) {
      store = new MortalStore(fatalSave);
      controller = born();
    }

    private RolloutController born() {
      return new RolloutController(
          store,
          pods,
          router,
          new ScriptedMetrics(clock, scenario.metrics()),
          clock,
          (state, event) -> {});
    }

    void live() {
      controller.create(scenario.start());
      for (int second = 0; second < SECONDS; second++) {
        clock.moveTo(Simulation.START.plusSeconds(second).plusNanos(1000));
        if (second == 10) {
          change();
        }
        run();
      }
    }

    private void change() {
      try {
        controller.change("demo", state -> RolloutOperations.setImage(state, "demo:2"));
      } catch (Killed killed) {
        controller = born();
      }
    }

    private void run() {
      try {
        controller.run("demo");
      } catch (Killed killed) {
        controller = born();
        controller.run("demo");
      }
    }

    RolloutState state() {
      return store.load("demo").orElseThrow();
    }

    Outcome outcome() {
      Map<String, Integer> left = new TreeMap<>();
      pods.observe("demo").forEach((hash, counts) -> left.put(hash, counts.available()));
      left.values().removeIf(count -> count == 0);
      return new Outcome(
          state().rollout().status().phase(),
          state().rollout().status().stableRS(),
          state().experiments().stream().map(Experiment::phase).toList(),
          left);
    }
  }

  private static final class Killed extends RuntimeException {}

  /** Saves, and dies with it once. */
  private static final class MortalStore implements RolloutStore {
    private final InMemoryRolloutStore states = new InMemoryRolloutStore();
    private final int fatal;
    private int saves;

    MortalStore(int fatal) {
      this.fatal = fatal;
    }

    @Override
    public Optional<RolloutState> load(String rollout) {
      return states.load(rollout);
    }

    @Override
    public void save(RolloutState state) {
      states.save(state);
      if (++saves == fatal) {
        throw new Killed();
      }
    }

    @Override
    public List<String> names() {
      return states.names();
    }
  }
}
