package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.SpecRef;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RolloutArguments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the experiment of a step: the revisions' templates, and every argument with its value. */
final class ExperimentMaking {

  private final Pass pass;
  private final ReplicaSet canary;
  private final ReplicaSet stable;

  /** A pass that has both revisions. */
  ExperimentMaking(Pass pass) {
    this.pass = pass;
    this.canary = Objects.requireNonNull(pass.desired()).set();
    this.stable = Objects.requireNonNull(pass.stable()).set();
  }

  /** What came of it. */
  sealed interface Making {}

  /** An experiment that has not begun; its name may still collide with an older one's. */
  record Made(Experiment experiment) implements Making {}

  /** An argument has no value. */
  record NotMade(String why) implements Making {}

  Making make(RolloutExperiment wanted) {
    List<RolloutExperiment.Analysis> analyses = new ArrayList<>();
    for (RolloutExperiment.Analysis analysis : wanted.analyses()) {
      switch (arguments(analysis)) {
        case Refused why -> {
          return new NotMade(why.message());
        }
        case RolloutArguments.Values(List<Argument> values) ->
            analyses.add(
                new RolloutExperiment.Analysis(
                    analysis.name(),
                    analysis.template(),
                    values,
                    analysis.requiredForCompletion()));
      }
    }
    return new Made(experiment(wanted, analyses));
  }

  private RolloutArguments arguments(RolloutExperiment.Analysis analysis) {
    return RolloutArguments.of(
        analysis.args(), canary.hash(), stable.hash(), () -> RolloutTree.of(pass.state.rollout()));
  }

  private Experiment experiment(
      RolloutExperiment wanted, List<RolloutExperiment.Analysis> analyses) {
    Integer index = pass.cursor().index();
    int step = index == null ? 0 : index;
    int revision = pass.state.rollout().revision();
    return new Experiment(
        pass.rollout().name() + "-" + canary.hash() + "-" + revision + "-" + step,
        step,
        canary.hash(),
        revision,
        pass.storedNow(),
        new Experiment.Spec(
            wanted.duration(),
            pass.spec().progressDeadlineSeconds(),
            wanted.scaleDownDelaySeconds(),
            wanted.templates().stream().map(this::template).toList(),
            analyses,
            wanted.dryRun(),
            wanted.labels(),
            wanted.annotations()),
        false,
        AnalysisPhase.NOT_STARTED,
        "",
        null,
        List.of(),
        List.of());
  }

  private Experiment.Template template(RolloutExperiment.Template wanted) {
    ReplicaSet revision = wanted.specRef() == SpecRef.CANARY ? canary : stable;
    PodTemplate template = revision.template();
    return new Experiment.Template(
        wanted.name(),
        new PodTemplate(
            over(template.labels(), wanted.labels()),
            over(template.annotations(), wanted.annotations()),
            template.spec()),
        wanted.replicas(),
        revision.minReadySeconds(),
        service(wanted));
  }

  /** Traffic needs a Service, whether the step asks for one or not. */
  private static @Nullable String service(RolloutExperiment.Template wanted) {
    return wanted.service() == null && wanted.weight() != null ? "" : wanted.service();
  }

  private static Map<String, String> over(Map<String, String> base, Map<String, String> extra) {
    Map<String, String> both = new HashMap<>(base);
    both.putAll(extra);
    return both;
  }
}
