package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.LabelSelector;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.util.Map;

/** The rules of {@code spec}, in the real controller's order. */
final class SpecRules {

  private final Map<String, Object> rollout;
  private final Map<String, Object> spec;
  private final Findings findings;

  SpecRules(Map<String, Object> rollout, Findings findings) {
    this.rollout = rollout;
    this.spec = Data.map(rollout.get("spec"));
    this.findings = findings;
  }

  void check() {
    notNegative("replicas", RolloutSpec.DEFAULT_REPLICAS);
    selector();
    template();
    times();
    strategy();
  }

  /** All but selector and template. */
  void checkRelease() {
    notNegative("replicas", RolloutSpec.DEFAULT_REPLICAS);
    times();
    strategy();
  }

  private void selector() {
    if (spec.get("workloadRef") != null) {
      return;
    }
    Place place = Place.SPEC.child("selector");
    if (spec.get("selector") == null) {
      findings.add(place, Rule.MISSING_FIELD);
      return;
    }
    Map<String, Object> selector = Data.map(spec.get("selector"));
    SelectorRules.check(selector, place, findings);
    if (Data.map(selector.get("matchLabels")).isEmpty()
        && Data.list(selector.get("matchExpressions")).isEmpty()) {
      findings.add(place, Rule.SELECTOR_EMPTY);
    }
  }

  private void template() {
    Place place = Place.SPEC.child("template");
    boolean workload = spec.get("workloadRef") != null;
    Map<String, Object> template = Data.map(spec.get("template"));
    if (workload && !unlabelled(template)) {
      findings.add(place, Rule.TEMPLATE_WITH_WORKLOAD);
    }
    Map<String, Object> selector = Data.map(spec.get("selector"));
    if (!SelectorRules.usable(selector)) {
      findings.kubernetes(Place.SPEC.child("selector"), ErrorType.INVALID, "is no selector");
    } else if (!workload) {
      labels(selector, template, place.child("metadata").child("labels"));
      new PodTemplateRules(template, place, findings).check();
    }
  }

  private static boolean unlabelled(Map<String, Object> template) {
    Map<String, Object> metadata = Data.map(template.get("metadata"));
    return Data.map(metadata.get("labels")).isEmpty()
        && Data.map(metadata.get("annotations")).isEmpty();
  }

  /** Without a selector nothing matches; an empty one matches everything. */
  private void labels(Map<String, Object> selector, Map<String, Object> template, Place place) {
    Map<String, Object> labels = Data.map(Data.map(template.get("metadata")).get("labels"));
    if (spec.get("selector") == null || !LabelSelector.matches(selector, labels)) {
      findings.add(place, Rule.SELECTOR_DOES_NOT_MATCH);
    }
  }

  private void times() {
    int minReady = notNegative("minReadySeconds", 0);
    notNegative("revisionHistoryLimit", RolloutSpec.DEFAULT_REVISION_HISTORY_LIMIT);
    int deadline =
        notNegative("progressDeadlineSeconds", RolloutSpec.DEFAULT_PROGRESS_DEADLINE_SECONDS);
    if (deadline <= minReady) {
      findings.add(Place.SPEC.child("progressDeadlineSeconds"), Rule.DEADLINE);
    }
  }

  private int notNegative(String name, int otherwise) {
    int value = Data.integer(spec.get(name), otherwise);
    if (value < 0) {
      findings.add(Place.SPEC.child(name), Rule.NEGATIVE);
    }
    return value;
  }

  private void strategy() {
    Map<String, Object> strategy = Data.map(spec.get("strategy"));
    boolean canary = strategy.get("canary") != null;
    boolean blueGreen = strategy.get("blueGreen") != null;
    Place reported = new Place("", "spec.strategy.strategy");
    if (canary && blueGreen) {
      findings.add(new Place("spec.strategy", "").reportedAs(reported), Rule.TWO_STRATEGIES);
    } else if (canary) {
      new CanaryRules(rollout, Place.strategy("canary"), findings).check();
    } else if (blueGreen) {
      new BlueGreenRules(spec, Place.strategy("blueGreen"), findings).check();
    } else {
      findings.add(
          new Place("spec.strategy.canary", "").reportedAs(reported), Rule.STRATEGY_MISSING);
    }
  }
}
