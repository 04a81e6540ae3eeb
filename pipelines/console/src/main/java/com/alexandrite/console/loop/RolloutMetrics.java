package com.alexandrite.console.loop;

import static java.lang.Double.NaN;

import com.alexandrite.console.loop.RolloutLoop.Passed;
import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.CanaryShare;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Figures about the rollouts themselves, on the management port: phase, weight, aborts. */
@Component
@OnThisMachine
class RolloutMetrics {
  private static final String ROLLOUT = "rollout";

  private final RolloutPass pass;
  private final MeterRegistry registry;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> aborts = new ConcurrentHashMap<>();

  RolloutMetrics(RolloutPass pass, MeterRegistry registry) {
    this.pass = pass;
    this.registry = registry;
  }

  @EventListener
  void passed(Passed passed) {
    String rollout = passed.rollout();
    if (registered.add(rollout)) {
      register(rollout);
    }
    countAbort(rollout);
  }

  private void register(String rollout) {
    Gauge.builder("alexandrite.rollout.weight", () -> weight(rollout))
        .description("share of requests or jobs that the canary gets, in percent")
        .tag(ROLLOUT, rollout)
        .register(registry);
    for (Phase phase : Phase.values()) {
      Gauge.builder("alexandrite.rollout.phase", () -> is(rollout, phase))
          .description("1 for the phase that the rollout is in")
          .tag(ROLLOUT, rollout)
          .tag("phase", phase.text())
          .register(registry);
    }
  }

  private void countAbort(String rollout) {
    var aborted = registry.counter("alexandrite.rollout.aborted", ROLLOUT, rollout);
    Instant at = abortedAt(rollout);
    if (at != null && !at.equals(aborts.put(rollout, at))) {
      aborted.increment();
    }
  }

  private @Nullable Instant abortedAt(String rollout) {
    RolloutStatus status = status(rollout);
    return status == null ? null : status.abortedAt();
  }

  private double weight(String rollout) {
    return pass.sighting(rollout).map(seen -> (double) CanaryShare.of(seen.state())).orElse(NaN);
  }

  private double is(String rollout, Phase phase) {
    RolloutStatus status = status(rollout);
    return status != null && status.phase() == phase ? 1 : 0;
  }

  private @Nullable RolloutStatus status(String rollout) {
    return pass.sighting(rollout).map(seen -> seen.state().rollout().status()).orElse(null);
  }
}
