package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.experiment.ExperimentReconciler.World;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.Template;
import com.alexandrite.rollouts.engine.model.Experiment.TemplatePhase;
import com.alexandrite.rollouts.engine.model.Experiment.TemplateState;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Gives each group of an experiment its pods, and says how far they are. */
final class ExperimentPods {

  private final Experiment experiment;
  private final World world;
  private final boolean ending;
  private final Instant stored;

  ExperimentPods(Experiment experiment, World world) {
    this.experiment = experiment;
    this.world = world;
    this.ending = ExperimentEnd.near(experiment);
    this.stored = world.now().truncatedTo(ChronoUnit.SECONDS);
  }

  TemplateState follow(Template template) {
    int wanted = ExperimentEnd.wanted(experiment, template);
    TemplateState state =
        experiment
            .template(template.name())
            .map(known -> counted(known, scaled(known.replicaSet(), template, wanted), wanted))
            .orElseGet(() -> created(template));
    return judged(state, wanted);
  }

  /** Pods come in the next pass: first it is written down that they will. */
  private TemplateState created(Template template) {
    ReplicaSet set =
        new ReplicaSet(
            template.hash(experiment.name()),
            ReplicaSet.OF_EXPERIMENT,
            template.template(),
            0,
            template.replicas(),
            template.minReadySeconds(),
            stored,
            null);
    return new TemplateState(template.name(), TemplatePhase.PROGRESSING, "", set, 0, 0, 0, stored);
  }

  private ReplicaSet scaled(ReplicaSet set, Template template, int wanted) {
    if (wanted > 0) {
      return set.withReplicas(wanted, template.replicas());
    }
    Instant deadline = departure(set);
    if (deadline != null && deadline.isAfter(world.now())) {
      return set.withScaleDownDeadline(deadline);
    }
    return set.withScaleDownDeadline(deadline).withReplicas(0, template.replicas());
  }

  private @Nullable Instant departure(ReplicaSet set) {
    int delay = experiment.spec().scaleDownDelaySeconds();
    if (delay == 0) {
      return null;
    }
    Instant known = set.scaleDownDeadline();
    return known == null ? stored.plus(Duration.ofSeconds(delay)) : known;
  }

  /** Another wanted number counts as a move even where the pods leave later. */
  private TemplateState counted(TemplateState known, ReplicaSet set, int wanted) {
    ReplicaCounts pods = world.pods().getOrDefault(set.hash(), ReplicaCounts.NONE);
    boolean moved =
        wanted != known.replicaSet().replicas()
            || pods.created() != known.created()
            || pods.ready() != known.ready()
            || pods.available() != known.available();
    return new TemplateState(
        known.name(),
        known.phase(),
        known.message(),
        set,
        pods.created(),
        pods.ready(),
        pods.available(),
        moved ? stored : known.lastTransitionTime());
  }

  private TemplateState judged(TemplateState state, int wanted) {
    if (state.phase().completed()) {
      return state;
    }
    if (wanted == state.available()) {
      boolean over = ending || ExperimentTimes.durationOver(experiment, world.now());
      return with(state, over ? TemplatePhase.SUCCESSFUL : TemplatePhase.RUNNING, "");
    }
    if (world.now().isAfter(ExperimentTimes.deadline(experiment, state))) {
      return with(state, TemplatePhase.FAILED, late(state));
    }
    return with(state, ending ? TemplatePhase.SUCCESSFUL : TemplatePhase.PROGRESSING, "");
  }

  private String late(TemplateState state) {
    return "Template '%s' exceeded its progressDeadlineSeconds (%d)"
        .formatted(state.name(), experiment.spec().progressDeadlineSeconds());
  }

  private static TemplateState with(TemplateState state, TemplatePhase phase, String message) {
    return new TemplateState(
        state.name(),
        phase,
        message,
        state.replicaSet(),
        state.created(),
        state.ready(),
        state.available(),
        state.lastTransitionTime());
  }
}
