package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics.Point;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Several rollouts and one release of them, second by second on the virtual clock. */
final class GroupPlay {

  /** Versions 2 are released together at this second. */
  static final int BEGIN = 20;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final String YAML =
      """
      kind: Rollout
      metadata:
        name: NAME
        annotations: {ANNOTATIONS}
      spec:
        replicas: 2
        progressDeadlineSeconds: 60
        selector: {matchLabels: {app: NAME}}
        template:
          metadata: {labels: {app: NAME}}
          spec: {containers: [{name: NAME, image: "NAME/NAME:1"}]}
        strategy:
          canary:
            canaryService: NAME-canary
            stableService: NAME-stable
            trafficRouting: {plugins: {argoproj-labs/gatewayAPI: {httpRoute: NAME}}}
            analysis: {templates: [{templateName: NAME}]}
            steps:
              - setWeight: 20
              - pause: {duration: 20}
              - setWeight: 60
              - pause: {duration: 20}
      ---
      kind: Service
      metadata: {name: NAME-canary}
      ---
      kind: Service
      metadata: {name: NAME-stable}
      ---
      kind: HTTPRoute
      metadata: {name: NAME}
      spec:
        rules:
          - backendRefs: [{name: NAME-canary, port: 80}, {name: NAME-stable, port: 80}]
      ---
      kind: AnalysisTemplate
      metadata: {name: NAME}
      spec:
        metrics:
          - name: NAME
            interval: 5s
            successCondition: result[0] < 0.5
            provider: {prometheus: {query: NAME}}
      """;

  private static final Map<String, RolloutState> READ = new ConcurrentHashMap<>();

  private final VirtualClock clock = new VirtualClock(START);
  private final InMemoryRolloutStore store = new InMemoryRolloutStore();
  private final Map<String, List<Point>> metrics = new LinkedHashMap<>();
  private final Map<Integer, List<Runnable>> script = new LinkedHashMap<>();
  private final ReleaseGroup group;
  private final String annotations;
  private @Nullable GroupRelease release;

  /** What a whole look saw last: nothing comes of seeing the same again. */
  private @Nullable Object lastSeen;

  final StubbornPods pods = new StubbornPods();

  /** What was ordered, in order: {@code release crm}, {@code abort shop}. */
  final List<String> orders = new ArrayList<>();

  /** Rollouts that somebody has deleted. */
  final List<String> deleted = new ArrayList<>();

  /** The engine dies just before the saving or acting of this number; counted from 0. */
  int diesAt = -1;

  /** How many savings and actions there were. */
  int transitions;

  GroupPlay(ReleaseGroup group, String annotations) {
    this.group = group;
    this.annotations = annotations;
    group.members().forEach(member -> metric(member.rollout(), 0, 0));
  }

  /** The metric of a rollout is this from a second on; above 0.5 is bad. */
  GroupPlay metric(String rollout, int second, double value) {
    metrics
        .computeIfAbsent(rollout, it -> new ArrayList<>())
        .add(
            new Point(
                START.plusSeconds(second),
                new Reading.Value(new double[] {value}, "[" + value + "]", Map.of())));
    return this;
  }

  /** Somebody does something to a rollout. */
  GroupPlay at(int second, String rollout, UnaryOperator<RolloutState> operation) {
    return at(second, () -> store.load(rollout).map(operation).ifPresent(store::save));
  }

  /** Somebody does something to the group's release. */
  GroupPlay atGroup(int second, UnaryOperator<GroupRelease> operation) {
    return at(second, () -> release = operation.apply(result()));
  }

  /** Anything else happens. */
  GroupPlay at(int second, Runnable what) {
    script.computeIfAbsent(second, it -> new ArrayList<>()).add(what);
    return this;
  }

  GroupRelease play(int seconds) {
    RolloutController controller =
        new RolloutController(
            store,
            pods,
            new NopTrafficRouter(),
            new ScriptedMetrics(clock, metrics),
            clock,
            (state, event) -> {});
    group.members().forEach(member -> controller.create(initial(member.rollout())));
    for (int second = 0; second < seconds; second++) {
      clock.moveTo(START.plusSeconds(second).plusMillis(1));
      if (second == BEGIN) {
        release = begun();
      }
      script.getOrDefault(second, List.of()).forEach(Runnable::run);
      group.members().forEach(member -> controller.run(member.rollout()));
      look();
    }
    return result();
  }

  GroupRelease result() {
    if (release == null) {
      throw new IllegalStateException("nothing was released");
    }
    return release;
  }

  private GroupRelease begun() {
    List<Part> parts =
        group.members().stream()
            .map(member -> state(member.rollout()))
            .map(state -> Part.waiting(state, target(state), null, null))
            .toList();
    return GroupRelease.begun("1", group, "", "", clock.instant(), parts);
  }

  private static PodTemplate target(RolloutState state) {
    String name = state.rollout().name();
    return state.rollout().spec().template().withImage(name + "/" + name + ":2");
  }

  /** Decide, save, act; an engine that dies in between comes back at the next second. */
  private void look() {
    if (release == null) {
      return;
    }
    Object seen = List.of(result(), states());
    if (seen.equals(lastSeen)) {
      return;
    }
    GroupReconciler.Decision decision = GroupReconciler.next(result(), states(), clock.instant());
    if (!decision.release().equals(release)) {
      if (dies()) {
        return;
      }
      release = PlainData.read(PlainData.of(decision.release()), GroupRelease.class);
    }
    for (GroupAction action : decision.actions()) {
      if (dies()) {
        return;
      }
      act(action);
    }
    lastSeen = seen;
  }

  private Map<String, RolloutState> states() {
    Map<String, RolloutState> states = new LinkedHashMap<>();
    for (String name : store.names()) {
      if (!deleted.contains(name)) {
        states.put(name, state(name));
      }
    }
    return states;
  }

  private boolean dies() {
    return transitions++ == diesAt;
  }

  private void act(GroupAction action) {
    String rollout = action.part().rollout();
    orders.add(action.kind().name().toLowerCase(Locale.ROOT) + " " + rollout);
    store.save(acted(state(rollout), action));
  }

  private RolloutState acted(RolloutState state, GroupAction action) {
    return switch (action.kind()) {
      case RELEASE -> released(state, target(state));
      case ABORT -> GroupAction.abort(state);
      case UNDO -> GroupAction.undo(state, action.part(), "product", "", clock.instant());
    };
  }

  /** As the console releases: a version that was aborted before starts again. */
  private static RolloutState released(RolloutState state, PodTemplate template) {
    RolloutState changed = RolloutOperations.setTemplate(state, template);
    return changed.equals(state) ? RolloutOperations.retry(state) : changed;
  }

  RolloutState state(String rollout) {
    return store.load(rollout).orElseThrow();
  }

  /** The version that serves as stable. */
  String stable(String rollout) {
    RolloutState state = state(rollout);
    String image =
        state
            .replicaSet(state.rollout().status().stableRS())
            .orElseThrow()
            .template()
            .container()
            .image();
    return image.substring(image.indexOf(':') + 1);
  }

  List<String> stables() {
    return group.members().stream().map(member -> stable(member.rollout())).toList();
  }

  /** Reading takes longer than playing. */
  private RolloutState initial(String name) {
    return READ.computeIfAbsent(annotations + name, it -> read(name));
  }

  private RolloutState read(String name) {
    ManifestFile file =
        new ManifestFile(
            "group.yaml", YAML.replace("ANNOTATIONS", annotations).replace("NAME", name));
    return switch (Manifests.read(List.of(file), Capabilities.LOCAL)) {
      case Manifests.Reading.Accepted(var accepted) -> accepted.initialState();
      case Manifests.Reading.Refused(var refusals) ->
          throw new IllegalArgumentException(refusals.toString());
    };
  }
}
