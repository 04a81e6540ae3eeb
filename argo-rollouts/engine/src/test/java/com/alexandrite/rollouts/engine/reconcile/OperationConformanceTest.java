package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.conformance.FileReport;
import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import com.alexandrite.rollouts.engine.conformance.VectorFile;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations.Undo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What people do, when a revision is promoted and how traffic is split, compared with the real
 * controller.
 */
class OperationConformanceTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  /** Rows that may deviate, with the reason. */
  private static final Map<String, String> KNOWN =
      Map.of("router-252", "more pods than wanted would make a weight of 125: it stays at 100");

  @Test
  void decidesAsRecorded() {
    String file = "decisions.jsonl";
    FileReport report =
        FileReport.of(file, VectorFile.named(file).rows(), OperationConformanceTest::run);
    System.out.println(report.summary());
    assertThat(report.deviations()).filteredOn(it -> !KNOWN.containsKey(it.id())).isEmpty();
  }

  private static RowOutcome run(Map<String, Object> row) {
    Map<String, Object> in = Data.map(row.get("in"));
    Map<String, Object> want = Data.map(row.get("want"));
    VectorRow vector = new VectorRow(in);
    String function = Data.text(row.get("fn"));
    return switch (function) {
      case "undo" -> compare(want.get("image"), undo(in));
      case "shouldFullPromote" -> compare(want.get("promote"), promotes(in, vector), vector);
      case "blueGreenPauseCompleted" -> compare(want.get("completed"), pauseOver(in, vector));
      case "routerWeight" -> router(in, want, vector);
      default -> new RowOutcome.NotExecuted(function);
    };
  }

  private static RowOutcome compare(@Nullable Object want, Object actual, VectorRow vector) {
    return vector.notExecuted().isEmpty()
        ? compare(want, actual)
        : new RowOutcome.NotExecuted(vector.notExecuted().toString());
  }

  private static RowOutcome compare(@Nullable Object want, Object actual) {
    String expected = want == null ? "" : want.toString();
    return expected.equals(actual.toString())
        ? new RowOutcome.Equal()
        : new RowOutcome.Deviates(expected, actual.toString());
  }

  /** The image after an undo; empty if nothing changes. */
  private static Object undo(Map<String, Object> in) {
    List<ReplicaSet> sets = new ArrayList<>();
    for (Object entry : Data.list(in.get("replicaSets"))) {
      Map<String, Object> set = Data.map(entry);
      boolean own =
          !Boolean.FALSE.equals(set.get("ownedByRollout"))
              && !Boolean.FALSE.equals(set.get("matchesSelector"))
              && Data.text(set.get("revision")).matches("\\d*");
      if (own) {
        String revision = Data.text(set.get("revision"));
        sets.add(
            set(
                Data.text(set.get("image")),
                revision.isEmpty() ? 0 : Integer.parseInt(revision),
                0));
      }
    }
    RolloutState state = state(spec(Data.text(in.get("currentImage"))), sets);
    int toRevision = Data.integer(in.get("toRevision"), 0);
    return switch (RolloutOperations.undo(state, toRevision)) {
      case Undo.Refused refused -> "";
      case Undo.Changed(RolloutState changed) ->
          changed.equals(state) ? "" : changed.rollout().spec().template().container().image();
    };
  }

  private static RolloutSpec spec(String image) {
    RolloutSpec spec = new VectorRow(Map.of("spec", canary())).spec();
    return spec.withTemplate(template(image));
  }

  private static Map<String, Object> canary() {
    return Map.of("strategy", Map.of("canary", Map.of()));
  }

  private static PodTemplate template(String image) {
    return new PodTemplate(
        Map.of(), Map.of(), Map.of("containers", List.of(Map.of("name", "c", "image", image))));
  }

  private static ReplicaSet set(String image, int revision, long createdAt) {
    PodTemplate template = template(image);
    return new ReplicaSet(
        template.hash(), revision, template, 0, 0, 0, START.plusSeconds(createdAt), null);
  }

  private static RolloutState state(RolloutSpec spec, List<ReplicaSet> sets) {
    return RolloutState.initial(Rollout.of("demo", "default", Map.of(), spec), List.of(), List.of())
        .withReplicaSets(sets);
  }

  private static boolean promotes(Map<String, Object> in, VectorRow vector) {
    return new Promotion(pass(in, vector)).reason().isPresent();
  }

  private static boolean pauseOver(Map<String, Object> in, VectorRow vector) {
    long millis = Math.round(((Number) in.getOrDefault("now", 0)).doubleValue() * 1000);
    BlueGreenStrategy blueGreen = Objects.requireNonNull(vector.spec().blueGreen());
    return BlueGreenPausing.over(blueGreen, vector.status(), START.plusMillis(millis));
  }

  private static RowOutcome router(
      Map<String, Object> in, Map<String, Object> want, VectorRow vector) {
    Pass pass = pass(in, vector);
    if (!vector.notExecuted().isEmpty()) {
      return new RowOutcome.NotExecuted(vector.notExecuted().toString());
    }
    new TrafficShifting(pass).shift();
    TrafficWeights weights = pass.status.canary.weights();
    Object actual =
        weights == null
            ? ""
            : Map.of("canary", weights.canary().weight(), "stable", weights.stable().weight());
    return compare(sorted(want.get("statusWeights")), sorted(actual));
  }

  private static Object sorted(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new TreeMap<>(Data.map(map)).toString() : "";
  }

  /**
   * A pass over the row's replica sets; the hash of the wanted one becomes that of the template.
   */
  private static Pass pass(Map<String, Object> in, VectorRow vector) {
    RolloutSpec spec = vector.spec();
    String wanted = hash(in.get("newRS"), "canary");
    String stable = hash(in.get("stableRS"), "stable");
    boolean same = in.get("newRS") instanceof String;
    Map<String, ReplicaCounts> pods = new LinkedHashMap<>();
    List<ReplicaSet> sets = new ArrayList<>();
    String own = spec.template().hash();
    add(in.get("newRS"), own, sets, pods);
    add(in.get("stableRS"), same ? own : stable, sets, pods);
    for (Object other : Data.list(in.get("olderRSs"))) {
      add(other, hash(other, ""), sets, pods);
    }
    String from = same ? stable : wanted;
    RolloutStatus status = VectorRow.status(Data.map(renamed(in.get("status"), from, own)));
    RolloutState state = state(spec, sets).withStatus(old -> status);
    int revision = Data.integer(in.get("revision"), 1);
    return new Pass(
        state.withRollout(state.rollout().withRevision(revision)),
        new Observation(pods, null),
        START.plusSeconds(1000));
  }

  private static String hash(@Nullable Object value, String otherwise) {
    String hash = Data.text(Data.map(value).get("hash"));
    return hash.isEmpty() ? otherwise : hash;
  }

  private static void add(
      @Nullable Object value, String hash, List<ReplicaSet> sets, Map<String, ReplicaCounts> pods) {
    if (!(value instanceof Map<?, ?>)) {
      return;
    }
    Map<String, Object> data = Data.map(value);
    int replicas = Data.integer(data.get("replicas"), 0);
    int available = Data.integer(data.get("availableReplicas"), 0);
    sets.add(
        new ReplicaSet(
            hash,
            1,
            template(hash),
            replicas,
            replicas,
            0,
            START.plusSeconds(Data.integer(data.get("createdAt"), 0)),
            null));
    pods.put(
        hash,
        new ReplicaCounts(Data.integer(data.get("createdReplicas"), 0), available, available));
  }

  private static Object renamed(@Nullable Object value, String from, String to) {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> map -> {
        Map<String, Object> renamed = new LinkedHashMap<>();
        map.forEach((key, entry) -> renamed.put(key.toString(), renamed(entry, from, to)));
        yield renamed;
      }
      case String text -> text.equals(from) ? to : text;
      default -> value;
    };
  }
}
