package com.alexandrite.console.page;

import com.alexandrite.console.view.Arm;
import com.alexandrite.console.view.Arms;
import com.alexandrite.console.view.RolloutDetail;
import org.jspecify.annotations.Nullable;

/** The sentence above each chart: what it shows, so that nobody has to read a line to know. */
final class ChartSentences {

  /** Below so many requests a share of failures says nothing yet. */
  private static final long ENOUGH = 20;

  private final RolloutDetail rollout;
  private final Arm stable;
  private final Arm canary;

  ChartSentences(RolloutDetail rollout) {
    this.rollout = rollout;
    Arms arms = rollout.arms();
    this.stable = arms.stable();
    this.canary = arms.canary();
  }

  public Phrase errors() {
    if (canary.requests() == 0) {
      return stable.requests() == 0
          ? say("say.nothing")
          : say(
              "say.errors.stable",
              rollout.stable(),
              percent(stable.errorRate()),
              stable.requests());
    }
    if (canary.requests() < ENOUGH) {
      return say("say.errors.few", canaryVersion(), canary.requests(), canary.failures());
    }
    double difference = percent(canary.errorRate() - stable.errorRate());
    String key =
        Math.abs(difference) < 0.5
            ? "say.errors.same"
            : difference > 0 ? "say.errors.worse" : "say.errors.better";
    return say(
        key,
        canaryVersion(),
        percent(canary.errorRate()),
        rollout.stable(),
        percent(stable.errorRate()),
        Math.abs(difference));
  }

  public Phrase p95() {
    return latency(95, stable.p95Ms(), canary.p95Ms());
  }

  public Phrase p99() {
    return latency(99, stable.p99Ms(), canary.p99Ms());
  }

  public Phrase requests() {
    if (canary.version() == null || rollout.weight() == 0) {
      return stable.requests() == 0
          ? say("say.nothing")
          : say("say.requests.stable", rollout.stable(), stable.requestsPerSecond());
    }
    return say(
        "say.requests.both",
        canaryVersion(),
        rollout.weight(),
        canary.requestsPerSecond(),
        canary.requestsPerSecond() + stable.requestsPerSecond());
  }

  private Phrase latency(int share, @Nullable Double stableMs, @Nullable Double canaryMs) {
    if (canaryMs == null) {
      return stableMs == null
          ? say("say.nothing")
          : say("say.latency.stable", rollout.stable(), share, stableMs);
    }
    return stableMs == null
        ? say("say.latency.stable", canaryVersion(), share, canaryMs)
        : say("say.latency.both", canaryVersion(), share, canaryMs, rollout.stable(), stableMs);
  }

  private Phrase say(String key, Object... values) {
    return Phrase.of(rollout.work().key(key), values);
  }

  private String canaryVersion() {
    String version = canary.version() == null ? rollout.canary() : canary.version();
    return version == null ? "?" : version;
  }

  private static double percent(double share) {
    return share * 100;
  }
}
