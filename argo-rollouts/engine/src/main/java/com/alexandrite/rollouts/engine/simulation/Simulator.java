package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Moment.Happened;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.script.OperatorStep;
import com.alexandrite.rollouts.engine.simulation.script.PodScript;
import com.alexandrite.rollouts.engine.simulation.script.PodScript.Crash;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Simulates releases: the manifests' version serves everybody, another one is released, and the
 * real controller does the rest on a virtual clock, until it is decided or the script's limit. Not
 * for use by several threads.
 */
public final class Simulator {

  /** So long before the release the first version is deployed, when its pods need no longer. */
  private static final Duration LEAD = Duration.ofMinutes(10);

  private static final int FIRST = 1;

  private static final String OTHER_VERSION = ":next";

  private final ManifestSet manifests;
  private final String image;
  private final String firstHash;
  private @Nullable FirstDeploy first;

  /** Of releases with these manifests. */
  public Simulator(ManifestSet manifests) {
    PodTemplate template = manifests.rollout().spec().template();
    this.manifests = manifests;
    this.image = template.container().image();
    this.firstHash = template.hash();
  }

  /** What was there before releases at a time; {@code pods} are the plans of its pods. */
  private record FirstDeploy(Instant release, @Nullable PodPlan pods, Simulation played) {

    boolean suits(Instant time, @Nullable PodPlan plan) {
      return release.equals(time) && Objects.equals(pods, plan);
    }
  }

  /** Plays the release; the same every time. */
  public static SimulatedRelease play(ManifestSet manifests, Script script) {
    return new Simulator(manifests).play(script);
  }

  /** Plays one release; the same every time. */
  public SimulatedRelease play(Script script) {
    Map<Integer, PodPlan> plans = plans(script);
    Simulation before = before(script.release(), plans.get(FIRST));
    Setting setting =
        new Setting(
            script.release(),
            (clock, state) -> new ScriptedAnswers(script, clock, state),
            ReleaseStory::isOver);
    Scenario scenario =
        scenario(before.state().orElseThrow(), steps(script), plans, script.limit());
    return new ReleaseStory(
            Simulation.playOn(before.pods(), scenario, setting),
            script.release(),
            firstHash,
            done(script))
        .tell();
  }

  /** The first version as it serves everybody: the same for releases at the same time. */
  private Simulation before(Instant release, @Nullable PodPlan pods) {
    FirstDeploy known = first;
    if (known == null || !known.suits(release, pods)) {
      known = new FirstDeploy(release, pods, deployed(release, pods));
      first = known;
    }
    return known.played();
  }

  /** Until just before the release. */
  private Simulation deployed(Instant release, @Nullable PodPlan pods) {
    Duration lead = LEAD.plusSeconds(manifests.rollout().spec().minReadySeconds());
    Map<Integer, PodPlan> plans = pods == null ? Map.of() : Map.of(FIRST, pods);
    return Simulation.played(
        scenario(manifests.initialState(), List.of(), plans, lead.minusNanos(1)),
        Setting.unmeasured(release.minus(lead)));
  }

  private static Scenario scenario(
      RolloutState start, List<Step> steps, Map<Integer, PodPlan> plans, Duration until) {
    return new Scenario(
        start, steps, plans, PodPlan.DEFAULT, Map.of(), RecordingRouter.Plan.NONE, until);
  }

  private List<Step> steps(Script script) {
    String released = script.image();
    String wanted = released == null ? name(image) + OTHER_VERSION : released;
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            Duration.ZERO,
            simulation -> simulation.change(state -> RolloutOperations.setImage(state, wanted))));
    for (OperatorStep operator : script.operator()) {
      steps.add(new Step(operator.at(), simulation -> simulation.change(operator.change())));
    }
    for (PodScript pods : script.pods()) {
      Crash crash = pods.crash();
      if (crash != null) {
        steps.add(new Step(crash.at(), simulation -> crash(simulation, pods.revision(), crash)));
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  /** The name of an image without its version; a port of its registry is no version. */
  private static String name(String image) {
    int colon = image.lastIndexOf(':');
    return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
  }

  private static void crash(Simulation simulation, int revision, Crash crash) {
    simulation.pods().fail(revision, seconds(crash.lasting()));
    if (crash.lasting() == null) {
      simulation.pods().slow(revision, null);
    }
  }

  private static Map<Integer, PodPlan> plans(Script script) {
    Map<Integer, PodPlan> plans = new HashMap<>();
    for (PodScript pods : script.pods()) {
      plans.put(pods.revision(), new PodPlan(seconds(pods.readyAfter()), pods.maxReady()));
    }
    return plans;
  }

  private static @Nullable Double seconds(@Nullable Duration length) {
    return length == null ? null : (Double) (length.toMillis() / 1000.0);
  }

  /** What people and pods do, to be told beside what the engine does. */
  private static Map<Long, List<Happened>> done(Script script) {
    Map<Long, List<Happened>> done = new HashMap<>();
    for (OperatorStep step : script.operator()) {
      tell(done, step.at(), new Happened("Operator", step.what(), false));
    }
    for (PodScript pods : script.pods()) {
      Crash crash = pods.crash();
      if (crash != null) {
        String text = "all pods of revision " + pods.revision() + " fail";
        tell(done, crash.at(), new Happened("Pods", text, true));
      }
    }
    return done;
  }

  private static void tell(Map<Long, List<Happened>> done, Duration at, Happened what) {
    done.computeIfAbsent(at.toSeconds(), it -> new ArrayList<>()).add(what);
  }
}
