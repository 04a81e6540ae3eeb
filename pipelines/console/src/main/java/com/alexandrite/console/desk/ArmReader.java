package com.alexandrite.console.desk;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Both arms: requests as the edge counted them since the release began, latency as Prometheus knows
 * it now.
 */
@Component
class ArmReader {
  private final ReleaseWatch watch;
  private final TrafficLedger ledger;
  private final LatencyReader latencies;

  ArmReader(ReleaseWatch watch, TrafficLedger ledger, LatencyReader latencies) {
    this.watch = watch;
    this.ledger = ledger;
    this.latencies = latencies;
  }

  Arms read(RolloutState state, @Nullable Release last) {
    RolloutStatus status = state.rollout().status();
    String stable = status.stableRS();
    boolean update = !state.rollout().fullyPromoted() && !stable.isEmpty();
    Arm canary =
        update
            ? arm(state, status.currentPodHash(), Versions.wanted(state), canaryTotals(state, last))
            : Arm.none();
    return new Arms(
        stable.isEmpty()
            ? Arm.none()
            : arm(state, stable, Versions.stable(state), stableTotals(state, last)),
        canary);
  }

  private Arm arm(RolloutState state, String hash, String version, ArmTotals totals) {
    var now = latencies.read(state.rollout().name(), hash);
    double rate = totals.requests() == 0 ? 0 : (double) totals.failures() / totals.requests();
    return new Arm(
        version,
        totals.requests(),
        totals.failures(),
        rate,
        now.p95Ms(),
        now.p99Ms(),
        now.requestsPerSecond());
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
