package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import com.alexandrite.rollouts.engine.simulation.PodPlan;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter.Outage;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter.Verification;
import com.alexandrite.rollouts.engine.simulation.Scenario;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics.Point;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a row of a trace file: a whole rollout with its script. */
final class TraceRow {

  static final Capabilities CAPABILITIES =
      new Capabilities(Set.of(TraceVectors.ROUTER), true, true, true, true);

  private final Map<String, Object> row;
  private final Set<String> notExecuted = new TreeSet<>();

  TraceRow(Map<String, Object> row) {
    this.row = row;
  }

  /** What the row uses that the engine does not execute; complete after {@link #scenario}. */
  Set<String> notExecuted() {
    return notExecuted;
  }

  Scenario scenario() {
    Rollout rollout = rollout(Data.map(row.get("rollout")));
    RolloutState start = RolloutState.initial(rollout, templates(), services(rollout));
    SpecPatches patches = new SpecPatches(Data.map(row.get("rollout")), this::rollout);
    TraceScript script = new TraceScript(patches, notExecuted);
    return new Scenario(
        start,
        Data.list(row.get("script")).stream().map(Data::map).map(script::step).toList(),
        pods(),
        plan(Data.map(Data.map(row.get("pods")).get("default"))),
        metrics(),
        router(),
        seconds(row.get("until")));
  }

  private Rollout rollout(Map<String, Object> document) {
    return new RolloutReader(CAPABILITIES)
        .read(
            document,
            (path, problem, advice) -> {
              // An empty step is an invalid spec, which the engine itself notices.
              if (!problem.equals(RolloutReader.EMPTY_STEP)) {
                notExecuted.add(path.replaceAll("\\[\\d+]", "[]") + " " + problem);
              }
            });
  }

  private static List<ServiceSelection> services(Rollout rollout) {
    BlueGreenStrategy blueGreen = rollout.spec().blueGreen();
    CanaryStrategy canary = rollout.spec().canary();
    Stream<String> names =
        blueGreen == null
            ? Stream.of(canary.canaryService(), canary.stableService())
            : Stream.of(blueGreen.activeService(), blueGreen.previewService());
    return names
        .filter(name -> !name.isEmpty())
        .distinct()
        .map(name -> new ServiceSelection(name, null))
        .toList();
  }

  private List<AnalysisTemplate> templates() {
    return Data.list(row.get("templates")).stream()
        .map(Data::map)
        .map(document ->
            new RolloutReader(CAPABILITIES)
                .readTemplate(document, (path, problem, advice) -> notExecuted.add(path)))
        .toList();
  }

  private Map<Integer, PodPlan> pods() {
    Map<Integer, PodPlan> plans = new LinkedHashMap<>();
    Data.map(row.get("pods"))
        .forEach((revision, plan) -> {
          if (revision.chars().allMatch(Character::isDigit)) {
            plans.put(Integer.parseInt(revision), plan(Data.map(plan)));
          } else if (revision.equals("experiment")) {
            plans.put(ReplicaSet.OF_EXPERIMENT, plan(Data.map(plan)));
          } else if (!revision.equals("default")) {
            notExecuted.add("pods." + revision);
          }
        });
    return plans;
  }

  private static PodPlan plan(Map<String, Object> plan) {
    Integer maxReady = Data.integerOrNull(plan.get("maxReady"));
    return plan.containsKey("readyAfter")
        ? new PodPlan(readyAfter(plan.get("readyAfter")), maxReady)
        : new PodPlan(PodPlan.DEFAULT.readyAfter(), maxReady);
  }

  /** Seconds; null for {@code "never"} and absent. */
  static @Nullable Double readyAfter(@Nullable Object value) {
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }

  private Map<String, List<Point>> metrics() {
    Map<String, List<Point>> scripts = new LinkedHashMap<>();
    Data.map(row.get("metrics"))
        .forEach((name, points) ->
            scripts.put(
                name, Data.list(points).stream().map(Data::map).map(TraceRow::point).toList()));
    return scripts;
  }

  private static Point point(Map<String, Object> point) {
    Instant from = Simulation.START.plus(seconds(point.get("from")));
    return new Point(from, reading(point));
  }

  private static Reading reading(Map<String, Object> point) {
    if (Data.flag(point.get("error"))) {
      return new Reading.Failure("scripted error");
    }
    Object value = point.get("value");
    return switch (value) {
      case Number number -> new Reading.Value(number.doubleValue(), number.toString(), Map.of());
      case List<?> list ->
          new Reading.Value(
              list.stream().mapToDouble(it -> ((Number) it).doubleValue()).toArray(),
              list.toString(),
              Map.of());
      case null -> new Reading.Value(null, "null", Map.of());
      default -> new Reading.Value(value, value.toString(), Map.of());
    };
  }

  private RecordingRouter.Plan router() {
    Map<String, Object> router = Data.map(row.get("router"));
    List<Outage> outages = new ArrayList<>();
    for (Object window : Data.list(router.get("fail"))) {
      Map<String, Object> times = Data.map(window);
      outages.add(
          new Outage(
              Simulation.START.plus(seconds(times.get("from"))),
              Simulation.START.plus(seconds(times.get("to")))));
    }
    return new RecordingRouter.Plan(verification(router.get("verify")), outages);
  }

  private static Verification verification(@Nullable Object verify) {
    return switch (verify) {
      case Boolean answer -> new Verification.Fixed(answer);
      case Map<?, ?> lag -> new Verification.After(seconds(Data.map(lag).get("lag")));
      case null, default -> new Verification.Unsupported();
    };
  }

  static Duration seconds(@Nullable Object value) {
    double seconds = value instanceof Number number ? number.doubleValue() : 0;
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
