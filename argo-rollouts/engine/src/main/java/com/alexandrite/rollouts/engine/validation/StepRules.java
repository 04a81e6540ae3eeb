package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of one step of a canary. */
final class StepRules {

  /** Of these a step says at most one; of all it says at least one. */
  private static final List<String> EXCLUSIVE =
      List.of("setWeight", "pause", "experiment", "analysis");

  private static final List<String> OTHERS =
      List.of("setCanaryScale", "setHeaderRoute", "setMirrorRoute", "plugin");

  private final Router router;
  private final Place canary;
  private final Findings findings;

  StepRules(Router router, Place canary, Findings findings) {
    this.router = router;
    this.canary = canary;
    this.findings = findings;
  }

  void check(Map<String, Object> step, Place place) {
    kinds(step, place);
    weight(step, place);
    pause(step, place);
    if (step.get("setCanaryScale") != null && !router.present()) {
      findings.add(canary.child("trafficRouting"), Rule.SCALE_WITHOUT_ROUTER);
    }
    new RouteRules(router, canary, findings).check(step, place);
    experimentWeights(step, place);
    arguments(step, place);
  }

  private void kinds(Map<String, Object> step, Place place) {
    long exclusive = EXCLUSIVE.stream().filter(name -> step.get(name) != null).count();
    boolean other = OTHERS.stream().anyMatch(name -> step.get(name) != null);
    if (exclusive > 1) {
      findings.add(place, Rule.STEP_TYPES, "says several things");
    }
    if (exclusive == 0 && !other) {
      findings.add(place, Rule.STEP_TYPES, "says nothing");
    }
  }

  private void weight(Map<String, Object> step, Place place) {
    Integer weight = Data.integerOrNull(step.get("setWeight"));
    int full = router.fullWeight();
    if (weight != null && (weight < 0 || weight > full)) {
      findings.add(place.child("setWeight"), Rule.SET_WEIGHT, "must be from 0 to " + full);
    }
  }

  private void pause(Map<String, Object> step, Place place) {
    IntOrString duration = IntOrString.from(Data.map(step.get("pause")).get("duration"));
    if (duration != null && PauseDuration.seconds(duration) < 0) {
      findings.add(place.child("pause").child("duration"), Rule.PAUSE_DURATION);
    }
  }

  private void experimentWeights(Map<String, Object> step, Place place) {
    List<Object> templates = Data.list(Data.map(step.get("experiment")).get("templates"));
    for (int i = 0; i < templates.size(); i++) {
      if (Data.map(templates.get(i)).get("weight") == null) {
        continue;
      }
      Place at = place.child("experiment").child("templates").index(i).child("weight");
      if (!router.present()) {
        findings.add(at, Rule.EXPERIMENT_WEIGHT);
      } else if (!router.any("alb", "smi", "istio", "plugins")) {
        findings.add(at, Rule.EXPERIMENT_WEIGHT_ROUTER);
      }
    }
  }

  /** Fields of the metadata must be readable; other fields are looked up when a run begins. */
  private void arguments(Map<String, Object> step, Place place) {
    Place reported = place.child("analyses");
    List<Object> analyses = Data.list(Data.map(step.get("experiment")).get("analyses"));
    for (int i = 0; i < analyses.size(); i++) {
      Place at = place.child("experiment").child("analyses").index(i);
      arguments(Data.map(analyses.get(i)), at, reported);
    }
    arguments(Data.map(step.get("analysis")), place.child("analysis"), reported);
  }

  private void arguments(Map<String, Object> analysis, Place place, Place reported) {
    List<Object> args = new ArrayList<>(Data.list(analysis.get("args")));
    for (int i = 0; i < args.size(); i++) {
      Map<String, Object> from = Data.map(Data.map(args.get(i)).get("valueFrom"));
      String path = Data.text(Data.map(from.get("fieldRef")).get("fieldPath"));
      if (path.startsWith("metadata") && !MetadataPath.readable(path)) {
        findings.add(place.child("args").index(i).reportedAs(reported), Rule.ARGUMENT_FIELD);
      }
    }
  }
}
