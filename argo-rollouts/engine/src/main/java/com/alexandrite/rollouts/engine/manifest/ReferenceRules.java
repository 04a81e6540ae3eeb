package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import java.util.List;

/** Checks that what a Rollout names is there. */
final class ReferenceRules {

  private static final String CANARY = "spec.strategy.canary";

  private final CanaryStrategy canary;
  private final List<AnalysisTemplate> templates;
  private final List<ServiceManifest> services;
  private final List<HttpRouteManifest> routes;

  ReferenceRules(
      Rollout rollout,
      List<AnalysisTemplate> templates,
      List<ServiceManifest> services,
      List<HttpRouteManifest> routes) {
    this.canary = rollout.spec().canary();
    this.templates = templates;
    this.services = services;
    this.routes = routes;
  }

  void check(Fields.Problems problems) {
    service(canary.canaryService(), CANARY + ".canaryService", problems);
    service(canary.stableService(), CANARY + ".stableService", problems);
    Manifests.routeNames(canary.trafficRouting())
        .filter(name -> !name.isEmpty())
        .forEach(name -> route(name, problems));
    BackgroundAnalysis background = canary.analysis();
    if (background != null) {
      analysis(background.analysis(), CANARY + ".analysis", problems);
    }
    for (int i = 0; i < canary.steps().size(); i++) {
      CanaryStep.Analysis step = canary.steps().get(i).part(CanaryStep.Analysis.class);
      if (step != null) {
        analysis(step.analysis(), CANARY + ".steps[" + i + "].analysis", problems);
      }
    }
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
    for (int i = 0; i < analysis.templates().size(); i++) {
      TemplateRef reference = analysis.templates().get(i);
      boolean known =
          templates.stream()
              .anyMatch(it ->
                  it.name().equals(reference.templateName())
                      && it.clusterScope() == reference.clusterScope());
      if (!known) {
        problems.add(
            path + ".templates[" + i + "].templateName",
            "names a template that is not here: " + reference.templateName(),
            "Add it to the manifests");
      }
    }
  }
}
