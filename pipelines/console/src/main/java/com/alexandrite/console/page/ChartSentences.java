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
    if (stable.requests() == null && canary.requests() == null) {
      return Phrase.of("say.unknown");
    }
    if (count(canary.requests()) == 0) {
      return count(stable.requests()) == 0
          ? say("say.nothing")
          : say(
              "say.errors.stable",
              rollout.stable(),
              percent(value(stable.errorRate())),
              count(stable.requests()));
    }
    if (count(canary.requests()) < ENOUGH) {
      return say(
          "say.errors.few", canaryVersion(), count(canary.requests()), count(canary.failures()));
    }
    return compared(value(canary.errorRate()), value(stable.errorRate()));
  }

  private Phrase compared(double canaryRate, double stableRate) {
    double difference = percent(canaryRate - stableRate);
    String key =
        Math.abs(difference) < 0.5
            ? "say.errors.same"
            : difference > 0 ? "say.errors.worse" : "say.errors.better";
    return say(
        key,
        canaryVersion(),
        percent(canaryRate),
        rollout.stable(),
        percent(stableRate),
        Math.abs(difference));
  }

  public Phrase p95() {
    return latency(95, stable.p95Ms(), canary.p95Ms());
  }

  public Phrase p99() {
    return latency(99, stable.p99Ms(), canary.p99Ms());
  }

  public Phrase requests() {
    if (stable.requestsPerSecond() == null || canary.requestsPerSecond() == null) {
      return noFigures();
    }
    double perSecond = stable.requestsPerSecond();
    if (canary.version() == null || rollout.weight() == 0) {
      return count(stable.requests()) == 0
          ? say("say.nothing")
          : say("say.requests.stable", rollout.stable(), perSecond);
    }
    double ofCanary = canary.requestsPerSecond();
    return say(
        "say.requests.both", canaryVersion(), rollout.weight(), ofCanary, ofCanary + perSecond);
  }

  private Phrase latency(int share, @Nullable Double stableMs, @Nullable Double canaryMs) {
    if (canaryMs == null) {
      return stableMs == null
          ? stable.requestsPerSecond() == null ? noFigures() : say("say.nothing")
          : say("say.latency.stable", rollout.stable(), share, stableMs);
    }
    return stableMs == null
        ? say("say.latency.stable", canaryVersion(), share, canaryMs)
        : say("say.latency.both", canaryVersion(), share, canaryMs, rollout.stable(), stableMs);
  }

  /** Nobody counts here, or whoever does is silent: not the same as nothing to count. */
  private Phrase noFigures() {
    return Phrase.of(stable.requests() == null ? "say.unknown" : "say.noFigures");
  }

  private Phrase say(String key, Object... values) {
    return Phrase.of(rollout.work().key(key), values);
  }

  private String canaryVersion() {
    String version = canary.version() == null ? rollout.canary() : canary.version();
    return version == null ? "?" : version;
  }

  private static long count(@Nullable Long counted) {
    return counted == null ? 0 : counted;
  }

  private static double value(@Nullable Double measured) {
    return measured == null ? 0 : measured;
  }

  private static double percent(double share) {
    return share * 100;
  }
}
