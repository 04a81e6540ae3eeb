package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.conformance.FileReport;
import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import com.alexandrite.rollouts.engine.conformance.VectorFile;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.ReplicaProgressThreshold;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.reconcile.CanaryScale.CanarySize;
import com.alexandrite.rollouts.engine.reconcile.CanaryScale.Counts;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single decisions, compared with what the real functions decided. */
class DecisionConformanceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fenceposts.jsonl",
        "replicas-basic.jsonl",
        "replicas-traffic.jsonl",
        "steps.jsonl"
      })
  void decidesAsRecorded(String file) {
    FileReport report =
        FileReport.of(file, VectorFile.named(file).rows(), DecisionConformanceTest::run);
    System.out.println(report.summary());
    assertThat(report.deviations()).isEmpty();
  }

  private static RowOutcome run(Map<String, Object> row) {
    VectorRow in = new VectorRow(Data.map(row.get("in")));
    Map<String, Object> want = Data.map(row.get("want"));
    Map<String, @Nullable Object> actual = decide(Data.text(row.get("fn")), in);
    if (actual.isEmpty() || !in.notExecuted().isEmpty()) {
      String what =
          in.notExecuted().isEmpty() ? Data.text(row.get("fn")) : in.notExecuted().toString();
      return new RowOutcome.NotExecuted(what);
    }
    Map<String, Object> expected = new TreeMap<>(want);
    expected.keySet().retainAll(actual.keySet());
    return actual.toString().equals(expected.toString())
        ? new RowOutcome.Equal()
        : new RowOutcome.Deviates(expected + " for " + row.get("in"), actual.toString());
  }

  private static Map<String, @Nullable Object> decide(String function, VectorRow in) {
    return switch (function) {
      case "trafficCanaryReplicas" ->
          counts(
              scale(in)
                  .trafficRouted(
                      in.revision("newRS"), in.revision("stableRS"), in.weights("weights")));
      case "basicCanaryReplicas" ->
          counts(
              scale(in)
                  .counts(
                      in.revision("newRS"),
                      in.revision("stableRS"),
                      in.revisions("olderRSs"),
                      null));
      case "desiredCanaryWeight" ->
          one("weight", scale(in).weight(in.revision("newRS"), in.revision("stableRS")));
      case "canaryReplicasOrWeight" -> size(in);
      case "checkMinPods" -> one("count", scale(in).atLeastMinimum(in.integer("count")));
      case "progressThresholdMet" -> one("met", thresholdMet(in));
      case "atDesiredReplicas" ->
          one(
              "atDesired",
              scale(in)
                  .atDesired(
                      in.revision("newRS"),
                      in.revision("stableRS"),
                      in.revisions("olderRSs"),
                      in.weights("weights")));
      case "approximateReplicas" ->
          in.integer("maxWeight") == 100
              ? counts(
                  BasicCanaryScale.approximate(
                      in.integer("replicas"), in.integer("weight"), in.integer("maxSurge")))
              : Map.of();
      case "replicasForScaleDown" ->
          one(
              "replicas",
              BasicCanaryScale.forScaleDown(
                  in.revision("rs"), Data.flag(in.in("ignoreAvailability"))));
      case "currentSetWeight" -> one("weight", cursor(in).setWeight());
      case "beforeStartingStep" -> one("before", cursor(in).beforeStartingStep());
      case "pauseDurationSeconds" -> pause(in);
      case "resolveFenceposts" -> limits(in);
      case "maxSurge" -> one("maxSurge", fenceposts(in).surge());
      case "maxUnavailable" -> one("maxUnavailable", fenceposts(in).unavailable());
      case "scaleDownDelaySeconds" ->
          one("seconds", ScaleDownDelays.of(in.spec().canary()).delay().toSeconds());
      case "abortScaleDownDelaySeconds" -> abortDelay(in.spec().canary());
      default -> Map.of();
    };
  }

  private static CanaryScale scale(VectorRow in) {
    return new CanaryScale(in.spec(), in.status());
  }

  private static StepCursor cursor(VectorRow in) {
    return new StepCursor(in.spec().canary(), in.status());
  }

  private static Map<String, @Nullable Object> counts(Counts counts) {
    return new TreeMap<>(Map.of("canary", counts.canary(), "stable", counts.stable()));
  }

  private static Map<String, @Nullable Object> one(String name, Object value) {
    return new TreeMap<>(Map.of(name, value));
  }

  private static Map<String, @Nullable Object> size(VectorRow in) {
    CanarySize size = scale(in).size(in.revision("newRS"), in.revision("stableRS"));
    return size.replicas() == null
        ? one("weight", size.weight())
        : one("replicas", size.replicas());
  }

  private static boolean thresholdMet(VectorRow in) {
    Map<String, Object> written = in.map("replicaProgressThreshold");
    ReplicaProgressThreshold threshold =
        written.isEmpty()
            ? null
            : new ReplicaProgressThreshold(
                Data.text(written.get("type")), Data.integer(written.get("value"), 0));
    return ProgressThreshold.met(threshold, in.revision("rs"), in.integer("desired"));
  }

  private static Map<String, @Nullable Object> pause(VectorRow in) {
    IntOrString duration = IntOrString.from(in.map("pause").get("duration"));
    return duration == null ? Map.of() : one("seconds", PauseDuration.seconds(duration));
  }

  private static Fenceposts fenceposts(VectorRow in) {
    RolloutSpec spec = in.spec();
    return Fenceposts.of(spec.canary(), spec.replicas());
  }

  private static Map<String, @Nullable Object> limits(VectorRow in) {
    OptionalInt surge = fencepost(in.in("maxSurge"), in, true);
    OptionalInt unavailable = fencepost(in.in("maxUnavailable"), in, false);
    if (surge.isEmpty() || unavailable.isEmpty()) {
      return one("error", true);
    }
    Fenceposts resolved = Fenceposts.of(surge.getAsInt(), unavailable.getAsInt());
    return new TreeMap<>(Map.of("surge", resolved.surge(), "unavailable", resolved.unavailable()));
  }

  private static OptionalInt fencepost(Object written, VectorRow in, boolean up) {
    IntOrString value = IntOrString.from("".equals(written) ? (Object) 0 : written);
    return value == null ? OptionalInt.of(0) : Fenceposts.resolve(value, in.integer("desired"), up);
  }

  private static Map<String, @Nullable Object> abortDelay(CanaryStrategy canary) {
    ScaleDownDelays delays = ScaleDownDelays.of(canary);
    return one("neverScaleDown", delays.abortDelay().isEmpty());
  }
}
