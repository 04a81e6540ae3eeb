package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutEvent;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plays a scenario through the real controller on a virtual clock. */
public final class Simulation {

  /** When a simulation begins that does not say when. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * Things happen just after their time, so that "later than" holds; what is due in the moment of
   * an operation is seen together with it.
   */
  private static final Duration AFTER = Duration.ofNanos(1000);

  private static final Instant NEVER = Instant.MAX.minus(AFTER);

  private final Scenario scenario;
  private final Setting setting;
  private final Transitions transitions;
  private final String name;
  private final VirtualClock clock;
  private final InMemoryRolloutStore store = new InMemoryRolloutStore();
  private final SimulatedPods pods;
  private final RecordingRouter router;
  private RolloutController controller;
  private final Deque<Step> script;
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<RolloutEvent> events = new ArrayList<>();
  private @Nullable Instant wakeAt;

  private Simulation(Scenario scenario, Setting setting, Transitions transitions) {
    this.scenario = scenario;
    this.setting = setting;
    this.transitions = transitions;
    this.clock = new VirtualClock(setting.begin());
    this.name = scenario.start().rollout().name();
    this.pods = new SimulatedPods(clock, scenario.pods(), scenario.otherPods());
    this.router = new RecordingRouter(clock, scenario.router());
    this.script = new ArrayDeque<>(scenario.script());
    this.controller = controller();
  }

  private RolloutController controller() {
    return new RolloutController(
        transitions.around(store),
        transitions.around(pods),
        transitions.around(router),
        transitions.around(setting.source().open(clock, this::state)),
        clock,
        (state, event) -> events.add(event));
  }

  /**
   * The state at the end of a second in which something happened.
   *
   * @param second since the start
   * @param split what the router was told last; null if nothing
   */
  public record Snapshot(
      long second,
      RolloutState state,
      @Nullable TrafficSplit split,
      Map<String, ReplicaCounts> pods) {}

  /** What happened. */
  public record Timeline(List<Snapshot> snapshots, List<RolloutEvent> events) {}

  /** Plays the scenario to its end. */
  public static Timeline play(Scenario scenario) {
    return play(scenario, Transitions.UNTOUCHED);
  }

  /** The same, with an engine that dies whenever a transition kills it, and comes back at once. */
  public static Timeline play(Scenario scenario, Transitions transitions) {
    return new Simulation(scenario, Setting.of(scenario), transitions).play();
  }

  /** A simulation in another setting that was played to its end. */
  static Simulation played(Scenario scenario, Setting setting) {
    Simulation simulation = new Simulation(scenario, setting, Transitions.UNTOUCHED);
    simulation.play();
    return simulation;
  }

  /**
   * Plays on with pods that are there already. The engine does not look before what the script says
   * of second 0 happens.
   */
  static Timeline playOn(SimulatedPods pods, Scenario scenario, Setting setting) {
    Simulation simulation = new Simulation(scenario, setting, Transitions.UNTOUCHED);
    simulation.pods.takeOver(pods);
    simulation.store.save(scenario.start());
    simulation.happen();
    simulation.run();
    return simulation.playOn();
  }

  private Timeline play() {
    store.save(scenario.start());
    run();
    return playOn();
  }

  private Timeline playOn() {
    Instant end = setting.begin().plus(scenario.until());
    for (Instant next = next(); !over() && !next.isAfter(end); next = next()) {
      snapshotBefore(next);
      clock.moveTo(next);
      happen();
      run();
    }
    snapshotBefore(Instant.MAX);
    return new Timeline(List.copyOf(snapshots), List.copyOf(events));
  }

  private boolean over() {
    return script.isEmpty() && state().filter(setting.over()).isPresent();
  }

  private void run() {
    while (true) {
      try {
        wakeAt = controller.run(name).orElse(null);
        return;
      } catch (Transitions.Killed _) {
        restart();
      }
    }
  }

  /** The next moment in which something happens; the farthest one if nothing does. */
  private Instant next() {
    Instant timer = earlier(wakeAt == null ? NEVER : wakeAt, pods.nextChange().orElse(NEVER));
    Step step = script.peekFirst();
    Instant scripted = step == null ? NEVER : setting.begin().plus(step.at());
    Instant next = earlier(scripted, timer).plus(AFTER);
    return next.isAfter(clock.instant()) ? next : clock.instant().plus(AFTER);
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }

  private void happen() {
    Duration elapsed = Duration.between(setting.begin(), clock.instant());
    while (!script.isEmpty() && script.getFirst().at().compareTo(elapsed) <= 0) {
      script.removeFirst().happening().happen(this);
    }
  }

  private void snapshotBefore(Instant next) {
    Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (next.isBefore(second.plusSeconds(1))) {
      return;
    }
    state()
        .ifPresent(state ->
            snapshots.add(
                new Snapshot(
                    Duration.between(setting.begin(), second).toSeconds(),
                    state,
                    router.split().orElse(null),
                    pods.observe(name))));
  }

  /** The rollout now. */
  public Optional<RolloutState> state() {
    return store.load(name);
  }

  /** The engine dies and comes back with nothing but what was saved. */
  public void restart() {
    state()
        .map(PlainData::of)
        .ifPresent(saved -> store.save(PlainData.read(saved, RolloutState.class)));
    controller = controller();
  }

  public SimulatedPods pods() {
    return pods;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Lets a person change the rollout. */
  public void change(UnaryOperator<RolloutState> operation) {
    state().map(operation).ifPresent(store::save);
  }
}
