package com.alexandrite.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.TestManifests;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutListener;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class StepViewsTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void anExperimentSaysHowLongItTakes() {
    StepView step = StepViews.of(midExperiment(), null, new StepWords(sentences())).get(2);

    assertThat(step.kind()).isEqualTo("experiment");
    assertThat(step.title()).isEqualTo("try both versions side by side for 5 s");
    assertThat(step.state()).isEqualTo("running");
    assertThat(step.seconds()).isEqualTo(5);
  }

  private static Sentences sentences() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setAlwaysUseMessageFormat(true);
    return new Sentences(messages);
  }

  private static RolloutState midExperiment() {
    var now = new AtomicReference<>(START);
    var store = new InMemoryRolloutStore();
    var controller =
        new RolloutController(
            store,
            new InMemoryWorkload(),
            new NopTrafficRouter(),
            new AlwaysGood(),
            now::get,
            RolloutListener.NOP);
    controller.create(TestManifests.withExperiment().initialState());
    controller.run("shop");
    controller.change("shop", state -> RolloutOperations.setImage(state, "alexandrite/shop:2"));
    for (int second = 0; second < 12; second++) {
      controller.run("shop");
      now.updateAndGet(time -> time.plusSeconds(1));
    }
    return store.load("shop").orElseThrow();
  }

  private static final class AlwaysGood implements MetricProvider {
    @Override
    public Reading measure(MetricSpec metric) {
      return new Reading.Value(new double[] {0.01}, "[0.01]", Map.of());
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
      return Map.of();
    }
  }
}
