package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Moment.Happened;
import com.alexandrite.rollouts.engine.simulation.Scenario.Happening;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.script.OperatorStep;
import com.alexandrite.rollouts.engine.simulation.script.PodScript;
import com.alexandrite.rollouts.engine.simulation.script.PodScript.Crash;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Simulates releases: the manifests' version serves everybody, another one is released, and the
 * real controller does the rest on a virtual clock, until it is decided or the script's limit.
 */
public final class Simulator {

  /** So long before the release the first version is deployed, when its pods need no longer. */
  private static final Duration LEAD = Duration.ofMinutes(10);

  private static final String OTHER_VERSION = ":next";

  private final ManifestSet manifests;
  private final Script script;
  private final Duration lead;

  private Simulator(ManifestSet manifests, Script script) {
    this.manifests = manifests;
    this.script = script;
    this.lead = LEAD.plusSeconds(manifests.rollout().spec().minReadySeconds());
  }

  /** Plays the release; the same every time. */
  public static SimulatedRelease play(ManifestSet manifests, Script script) {
    return new Simulator(manifests, script).play();
  }

  private SimulatedRelease play() {
    PodTemplate first = manifests.rollout().spec().template();
    Scenario scenario =
        new Scenario(
            manifests.initialState(),
            steps(first.container().image()),
            plans(),
            PodPlan.DEFAULT,
            Map.of(),
            RecordingRouter.Plan.NONE,
            lead.plus(script.limit()));
    Setting setting =
        new Setting(
            script.release().minus(lead),
            (clock, state) -> new ScriptedAnswers(script, clock, state),
            ReleaseStory::isOver);
    return new ReleaseStory(
            Simulation.play(scenario, setting), script.release(), lead, first.hash(), done())
        .tell();
  }

  private List<Step> steps(String image) {
    String released = script.image();
    String wanted = released == null ? name(image) + OTHER_VERSION : released;
    List<Step> steps = new ArrayList<>();
    steps.add(
        step(
            Duration.ZERO,
            simulation -> simulation.change(state -> RolloutOperations.setImage(state, wanted))));
    for (OperatorStep operator : script.operator()) {
      steps.add(step(operator.at(), simulation -> simulation.change(operator.change())));
    }
    for (PodScript pods : script.pods()) {
      Crash crash = pods.crash();
      if (crash != null) {
        steps.add(step(crash.at(), simulation -> crash(simulation, pods.revision(), crash)));
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private Step step(Duration afterRelease, Happening happening) {
    return new Step(lead.plus(afterRelease), happening);
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

  private Map<Integer, PodPlan> plans() {
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
  private Map<Long, List<Happened>> done() {
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
