package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.safeguard.BakePolicy;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that what a Rollout names is there. */
final class ReferenceRules {

  private static final String CANARY = "spec.strategy.canary";

  private static final String BAKE_ANALYSIS = "metadata.annotations." + Safeguards.BAKE_ANALYSIS;

  private final CanaryStrategy canary;
  private final @Nullable BlueGreenStrategy blueGreen;
  private final @Nullable BakePolicy bake;
  private final List<AnalysisTemplate> templates;
  private final List<ServiceManifest> services;
  private final List<HttpRouteManifest> routes;

  ReferenceRules(
      Rollout rollout,
      List<AnalysisTemplate> templates,
      List<ServiceManifest> services,
      List<HttpRouteManifest> routes) {
    this.canary = rollout.spec().canary();
    this.blueGreen = rollout.spec().blueGreen();
    this.bake = Safeguards.of(rollout.annotations()).bake();
    this.templates = templates;
    this.services = services;
    this.routes = routes;
  }

  void check(Fields.Problems problems) {
    if (blueGreen != null) {
      checkBlueGreen(blueGreen, problems);
      return;
    }
    routerServices(problems);
    service(canary.canaryService(), CANARY + ".canaryService", problems);
    service(canary.stableService(), CANARY + ".stableService", problems);
    Manifests.routeNames(canary.trafficRouting())
        .filter(name -> !name.isEmpty())
        .forEach(name -> route(name, problems));
    bake(problems);
    BackgroundAnalysis background = canary.analysis();
    if (background != null) {
      analysis(background.analysis(), CANARY + ".analysis", problems);
    }
    for (int i = 0; i < canary.steps().size(); i++) {
      CanaryStep.Analysis step = canary.steps().get(i).part(CanaryStep.Analysis.class);
      if (step != null) {
        analysis(step.analysis(), CANARY + ".steps[" + i + "].analysis", problems);
      }
      if (canary.steps().get(i) instanceof CanaryStep.Experiment(RolloutExperiment experiment)) {
        experiment(experiment, CANARY + ".steps[" + i + "].experiment", problems);
      }
    }
  }

  private void checkBlueGreen(BlueGreenStrategy strategy, Fields.Problems problems) {
    String path = "spec.strategy.blueGreen";
    service(strategy.activeService(), path + ".activeService", problems);
    service(strategy.previewService(), path + ".previewService", problems);
    new BlueGreenReferences(strategy, routes).check(problems);
    RolloutAnalysis before = strategy.prePromotionAnalysis();
    RolloutAnalysis after = strategy.postPromotionAnalysis();
    if (before != null) {
      analysis(before, path + ".prePromotionAnalysis", problems);
    }
    if (after != null) {
      analysis(after, path + ".postPromotionAnalysis", problems);
    }
  }

  private void bake(Fields.Problems problems) {
    if (bake != null) {
      bake.templates().stream()
          .filter(name -> templates.stream().noneMatch(it -> it.name().equals(name)))
          .forEach(name ->
              problems.add(
                  BAKE_ANALYSIS,
                  "names a template that is not here: " + name,
                  "Add it to the manifests"));
    }
  }

  /** A router plugin may do without; the one that is executed here can't. */
  private void routerServices(Fields.Problems problems) {
    if (canary.trafficRouting() == null) {
      return;
    }
    Map.of("canaryService", canary.canaryService(), "stableService", canary.stableService())
        .forEach((field, name) -> {
          if (name.isEmpty()) {
            problems.add(CANARY + "." + field, "is missing", "The router needs both Services");
          }
        });
  }

  private void service(String name, String path, Fields.Problems problems) {
    if (!name.isEmpty() && services.stream().noneMatch(it -> it.name().equals(name))) {
      problems.add(path, "names a Service that is not here: " + name, "Add it to the manifests");
    }
  }

  private void route(String name, Fields.Problems problems) {
    String path = CANARY + ".trafficRouting.plugins";
    HttpRouteManifest route =
        routes.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
    if (route == null) {
      problems.add(path, "names an HTTPRoute that is not here: " + name, "Add it to the manifests");
    } else if (!route.backends().contains(canary.canaryService())
        || !route.backends().contains(canary.stableService())) {
      problems.add(
          path,
          "names an HTTPRoute without both Services as backends: " + name,
          "Add both to its backendRefs");
    }
  }

  private void analysis(RolloutAnalysis analysis, String path, Fields.Problems problems) {
    if (analysis.templates().isEmpty()) {
      problems.add(path + ".templates", "is missing", "Name a template");
    }
    for (int i = 0; i < analysis.templates().size(); i++) {
      template(analysis.templates().get(i), path + ".templates[" + i + "]", problems);
    }
  }

  /** The API server asks for templates too, the controller itself does not. */
  private void experiment(RolloutExperiment experiment, String path, Fields.Problems problems) {
    if (experiment.templates().isEmpty()) {
      problems.add(path + ".templates", "is missing", "Name the pods to try");
    }
    for (int i = 0; i < experiment.analyses().size(); i++) {
      template(experiment.analyses().get(i).template(), path + ".analyses[" + i + "]", problems);
    }
  }

  private void template(TemplateRef reference, String path, Fields.Problems problems) {
    boolean known =
        templates.stream()
            .anyMatch(it ->
                it.name().equals(reference.templateName())
                    && it.clusterScope() == reference.clusterScope());
    if (!known) {
      problems.add(
          path + ".templateName",
          "names a template that is not here: " + reference.templateName(),
          "Add it to the manifests");
    }
  }
}
