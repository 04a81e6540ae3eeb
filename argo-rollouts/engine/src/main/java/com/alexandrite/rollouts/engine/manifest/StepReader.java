package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Analysis;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetCanaryScale;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetHeaderRoute;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetMirrorRoute;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.CanaryStep.Several;
import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one step of a canary. */
final class StepReader {

  private static final List<String> EXCLUSIVE =
      List.of("setWeight", "pause", "experiment", "analysis");

  private final Capabilities capabilities;

  StepReader(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** The step; one without parts if it is none that can be executed. */
  CanaryStep read(Fields fields) {
    fields.refuse("plugin", "Use an analysis step with a web metric");
    List<CanaryStep> written = new ArrayList<>();
    if (fields.has("pause")) {
      written.add(pause(fields.child("pause")));
    }
    if (fields.has("setCanaryScale")) {
      written.add(scale(fields.child("setCanaryScale")));
    }
    if (fields.has("setWeight")) {
      written.add(new SetWeight(fields.integer("setWeight", 0)));
    }
    if (fields.has("experiment")) {
      written.add(new CanaryStep.Experiment(ExperimentReader.read(fields.child("experiment"))));
    }
    if (fields.has("analysis")) {
      Fields analysis = fields.child("analysis");
      written.add(new Analysis(AnalysisReader.analysis(analysis)));
      analysis.end();
    }
    routes(fields, written);
    fields.end();
    if (EXCLUSIVE.stream().filter(fields::has).count() > 1) {
      fields.problems().add(fields.path(), "says two things", "Make two steps of it");
    }
    return written.size() == 1 ? written.getFirst() : new Several(written);
  }

  private static Pause pause(Fields fields) {
    Pause pause = new Pause(fields.intOrString("duration"));
    fields.end();
    return pause;
  }

  private static SetCanaryScale scale(Fields fields) {
    SetCanaryScale scale =
        new SetCanaryScale(
            fields.integer("weight"),
            fields.integer("replicas"),
            fields.flag("matchTrafficWeight"));
    fields.end();
    return scale;
  }

  private void routes(Fields fields, List<CanaryStep> written) {
    if (!capabilities.managedRoutes()) {
      fields.refuse("setHeaderRoute", "Use setWeight");
    } else if (fields.has("setHeaderRoute")) {
      Fields route = fields.child("setHeaderRoute");
      written.add(new SetHeaderRoute(route.required("name"), headerMatch(route)));
      route.end();
    }
    if (!capabilities.mirrorRoutes()) {
      fields.refuse("setMirrorRoute", "Remove it: this router copies no requests");
    } else if (fields.has("setMirrorRoute")) {
      Fields route = fields.child("setMirrorRoute");
      written.add(
          new SetMirrorRoute(route.required("name"), match(route), route.integer("percentage")));
    }
  }

  private List<Map<String, Object>> headerMatch(Fields route) {
    if (!capabilities.anyPodTemplate()) {
      route.list("match", HeaderMatchRules::check);
    }
    return match(route);
  }

  private static List<Map<String, Object>> match(Fields route) {
    return Data.list(route.raw("match")).stream().map(Data::map).toList();
  }
}
