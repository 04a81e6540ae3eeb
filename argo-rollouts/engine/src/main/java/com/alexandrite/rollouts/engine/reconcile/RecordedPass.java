package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.analysis.RunSummary;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a pass of a recorded decision: its spec, its status, its revisions with their pods. */
final class RecordedPass {

  /** Second 0 of every recording. */
  static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private static final Capabilities ALL = new Capabilities(Set.of("p"), true, true, true, true);

  private final Map<String, Object> in;
  private final Map<String, ReplicaCounts> pods = new LinkedHashMap<>();
  private final List<ReplicaSet> sets = new ArrayList<>();

  private RecordedPass(Map<String, Object> in) {
    this.in = in;
  }

  static Pass of(Map<String, Object> in) {
    return new RecordedPass(in).pass();
  }

  static RolloutSpec spec(Map<String, Object> in) {
    return new RolloutReader(ALL)
        .read(
            Map.of("metadata", Map.of("name", "demo"), "spec", Data.map(in.get("spec"))),
            (path, problem, advice) -> {
              // Only what a decision needs has to be readable.
            })
        .spec();
  }

  static Instant at(@Nullable Object seconds) {
    double value = seconds instanceof Number number ? number.doubleValue() : 0;
    return START.plus(Duration.ofNanos(Math.round(value * 1e9)));
  }

  /** The hash of the wanted revision becomes that of our template. */
  private Pass pass() {
    RolloutSpec spec = spec(in);
    String own = spec.template().hash();
    boolean same = in.get("newRS") instanceof String;
    String wanted = hash(in.get(same ? "stableRS" : "newRS"), "canary");
    add(same ? null : in.get("newRS"), own);
    add(in.get("stableRS"), same ? own : hash(in.get("stableRS"), "stable"));
    Data.list(in.get("olderRSs")).forEach(older -> add(older, hash(older, "")));
    RolloutStatus status = RecordedStatus.of(Data.map(renamed(in.get("status"), wanted, own)));
    Rollout rollout =
        Rollout.of("demo", "default", Map.of(), spec)
            .withRevision(Data.integer(in.get("revision"), 1))
            .withStatus(withRun(status));
    RolloutState state =
        RolloutState.initial(rollout, List.of(), List.of())
            .withReplicaSets(sets)
            .withAnalysisRuns(runs());
    return new Pass(state, new Observation(pods, null), at(in.get("now")));
  }

  private static String hash(@Nullable Object revision, String otherwise) {
    String hash = Data.text(Data.map(revision).get("hash"));
    return hash.isEmpty() ? otherwise : hash;
  }

  private void add(@Nullable Object revision, String hash) {
    if (!(revision instanceof Map<?, ?>)) {
      return;
    }
    Map<String, Object> data = Data.map(revision);
    int replicas = Data.integer(data.get("replicas"), 0);
    int available = Data.integer(data.get("availableReplicas"), 0);
    PodTemplate template = new PodTemplate(Map.of(), Map.of(), Map.of());
    Instant created = at(data.get("createdAt"));
    sets.add(new ReplicaSet(hash, 1, template, replicas, replicas, 0, created, null));
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

  private RolloutStatus withRun(RolloutStatus status) {
    return runs().isEmpty() ? status : RecordedStatus.withStepRun(status, phase());
  }

  private AnalysisPhase phase() {
    return AnalysisPhase.of(Data.text(in.get("stepAnalysisRunPhase")));
  }

  private List<AnalysisRun> runs() {
    if (in.get("stepAnalysisRunPhase") == null) {
      return List.of();
    }
    AnalysisRunState state =
        new AnalysisRunState(
            phase(), "", false, START, START, List.of(), RunSummary.NONE, RunSummary.NONE);
    return List.of(
        new AnalysisRun(
            RecordedStatus.RUN,
            AnalysisRun.Kind.STEP,
            0,
            "",
            1,
            START,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            state));
  }
}
