package com.alexandrite.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.TestManifests;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutListener;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StateJsonTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:00:00.123456789Z"));

  @Test
  void whateverTheEngineSavesComesBackEqual() {
    var store = new CheckedStore();
    var controller = controller(store);
    controller.create(TestManifests.read().initialState());
    runFor(controller, 5);
    controller.change("shop", state -> RolloutOperations.setImage(state, "alexandrite/shop:2"));
    runFor(controller, 30);
    controller.change("shop", state -> RolloutOperations.setImage(state, "alexandrite/shop:3"));
    runFor(controller, 3);
    controller.change("shop", RolloutOperations::abort);
    runFor(controller, 10);

    assertThat(store.saved).isGreaterThan(20);
  }

  @Test
  void anExperimentComesBackEqualToo() {
    var store = new CheckedStore();
    var controller = controller(store);
    controller.create(TestManifests.withExperiment().initialState());
    runFor(controller, 3);
    controller.change("shop", state -> RolloutOperations.setImage(state, "alexandrite/shop:2"));
    runFor(controller, 25);

    RolloutState end = store.load("shop").orElseThrow();
    assertThat(end.experiments())
        .extracting(Experiment::phase)
        .containsExactly(AnalysisPhase.SUCCESSFUL);
    assertThat(end.rollout().fullyPromoted()).isTrue();
  }

  /** A console of before experiments left such a document. */
  @Test
  void aDocumentWithoutExperimentsIsRead() {
    RolloutState state = TestManifests.read().initialState();
    String saved = StateJson.write(state);

    assertThat(saved).contains(",\"experiments\":[]");
    assertThat(StateJson.read(saved.replace(",\"experiments\":[]", ""))).isEqualTo(state);
  }

  private RolloutController controller(RolloutStore store) {
    return new RolloutController(
        store,
        new InMemoryWorkload(),
        new NopTrafficRouter(),
        new AlwaysGood(),
        now::get,
        RolloutListener.NOP);
  }

  private void runFor(RolloutController controller, int seconds) {
    for (int second = 0; second < seconds; second++) {
      controller.run("shop");
      now.updateAndGet(time -> time.plusMillis(1000));
    }
  }

  /** Hands back only what went through text. */
  private static final class CheckedStore implements RolloutStore {
    private final InMemoryRolloutStore states = new InMemoryRolloutStore();
    private int saved;

    @Override
    public Optional<RolloutState> load(String rollout) {
      return states.load(rollout);
    }

    @Override
    public void save(RolloutState state) {
      RolloutState read = StateJson.read(StateJson.write(state));
      assertThat(read).isEqualTo(state);
      assertThat(read.rollout().spec().template().hash())
          .isEqualTo(state.rollout().spec().template().hash());
      states.save(read);
      saved++;
    }

    @Override
    public List<String> names() {
      return states.names();
    }
  }

  private static final class AlwaysGood implements MetricProvider {
    @Override
    public Reading measure(MetricSpec metric) {
      return new Reading.Value(new double[] {0.01}, "[0.01]", Map.of("warnings", "none"));
    }

    @Override
    public Reading resume(MetricSpec metric, Measurement inFlight) {
      return measure(metric);
    }

    @Override
    public Reading terminate(MetricSpec metric, Measurement inFlight) {
      return measure(metric);
    }

    @Override
    public Map<String, String> describe(MetricSpec metric) {
      return Map.of("ResolvedPrometheusQuery", "up");
    }
  }
}
