package com.alexandrite.rollouts.engine.validation;

import java.util.ArrayList;
import java.util.List;

/** Collects problems in the order in which they are found. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();

  void add(Place place, Rule rule) {
    add(place, rule, rule.type(), rule.problem());
  }

  void add(Place place, Rule rule, String problem) {
    add(place, rule, rule.type(), problem);
  }

  /** What Kubernetes' own checks find. */
  void kubernetes(Place place, ErrorType type, String problem) {
    add(place, Rule.KUBERNETES, type, problem);
  }

  private void add(Place place, Rule rule, ErrorType type, String problem) {
    problems.add(new Problem(place.path(), place.field(), type, rule, problem, rule.advice()));
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
