package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.ArmTotals;
import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Release.End;
import com.alexandrite.console.release.ReleaseWatch;
import com.alexandrite.console.release.TrafficLedger;
import com.alexandrite.console.release.Versions;
import com.alexandrite.console.view.Arm;
import com.alexandrite.console.view.Arms;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Both arms during the running or last release: requests as the edge counted them, latency as
 * Prometheus keeps it, both from the canary's first customer to its last.
 */
@Component
@OnThisMachine
class ArmReader {
  private final ReleaseWatch watch;
  private final TrafficLedger ledger;
  private final LatencyReader latencies;
  private final InstantSource clock;

  ArmReader(
      ReleaseWatch watch, TrafficLedger ledger, LatencyReader latencies, InstantSource clock) {
    this.watch = watch;
    this.ledger = ledger;
    this.latencies = latencies;
    this.clock = clock;
  }

  Arms read(RolloutState state, @Nullable Release last) {
    RolloutStatus status = state.rollout().status();
    String stable = status.stableRS();
    boolean update = !state.rollout().fullyPromoted() && !stable.isEmpty();
    boolean counted = update && last != null && last.toHash().equals(status.currentPodHash());
    Span span = counted && last != null ? Span.ofCanary(last, clock.instant()) : null;
    return new Arms(
        stable.isEmpty()
            ? Arm.none()
            : arm(state, stable, Versions.stable(state), stableTotals(state, last), span),
        update
            ? arm(
                state,
                status.currentPodHash(),
                Versions.wanted(state),
                canaryTotals(state, last),
                span)
            : Arm.none());
  }

  private Arm arm(
      RolloutState state, String hash, String version, ArmTotals totals, @Nullable Span span) {
    var latency = span == null ? latencies.present(state, hash) : latencies.read(state, hash, span);
    double rate = totals.requests() == 0 ? 0 : (double) totals.failures() / totals.requests();
    return new Arm(
        version,
        totals.requests(),
        totals.failures(),
        rate,
        latency.p95Ms(),
        latency.p99Ms(),
        latency.requestsPerSecond());
  }

  private ArmTotals stableTotals(RolloutState state, @Nullable Release last) {
    String stable = state.rollout().status().stableRS();
    if (last == null || !last.fromHash().equals(stable)) {
      return ledger.total(state.rollout().name(), stable);
    }
    End end = last.end();
    return end == null ? watch.stable(last) : end.stable();
  }

  private ArmTotals canaryTotals(RolloutState state, @Nullable Release last) {
    String canary = state.rollout().status().currentPodHash();
    if (last == null || !last.toHash().equals(canary)) {
      return ledger.total(state.rollout().name(), canary);
    }
    End end = last.end();
    return end == null ? watch.canary(last) : end.canary();
  }
}
