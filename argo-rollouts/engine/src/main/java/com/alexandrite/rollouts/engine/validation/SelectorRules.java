package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;

/** What Kubernetes requires of a label selector. */
final class SelectorRules {

  private static final String OPERATOR = "operator";
  private static final List<String> WITH_VALUES = List.of("In", "NotIn");
  private static final List<String> WITHOUT_VALUES = List.of("Exists", "DoesNotExist");

  private SelectorRules() {}

  static void check(Map<String, Object> selector, Place place, Findings findings) {
    KubernetesNames.labels(
        Data.map(selector.get("matchLabels")), place.child("matchLabels"), findings);
    List<Object> expressions = Data.list(selector.get("matchExpressions"));
    for (int i = 0; i < expressions.size(); i++) {
      expression(Data.map(expressions.get(i)), place.child("matchExpressions").index(i), findings);
    }
  }

  private static void expression(Map<String, Object> expression, Place place, Findings findings) {
    String operator = Data.text(expression.get(OPERATOR));
    List<Object> values = Data.list(expression.get("values"));
    if (WITH_VALUES.contains(operator)) {
      if (values.isEmpty()) {
        findings.kubernetes(
            place.child("values"), ErrorType.REQUIRED, "is missing: In and NotIn need values");
      }
    } else if (WITHOUT_VALUES.contains(operator)) {
      if (!values.isEmpty()) {
        findings.kubernetes(
            place.child("values"), ErrorType.FORBIDDEN, "must not stand beside " + operator);
      }
    } else {
      findings.kubernetes(place.child(OPERATOR), ErrorType.INVALID, "is no operator");
    }
    String key = Data.text(expression.get("key"));
    if (!KubernetesNames.qualified(key)) {
      findings.kubernetes(place.child("key"), ErrorType.INVALID, "is no label: " + key);
    }
    for (int i = 0; i < values.size(); i++) {
      if (!KubernetesNames.labelValue(Data.text(values.get(i)))) {
        findings.kubernetes(
            place.child("values").index(i), ErrorType.INVALID, "is no value of a label");
      }
    }
  }

  /** Whether it can be asked at all. */
  static boolean usable(Map<String, Object> selector) {
    Findings findings = new Findings();
    check(selector, Place.SPEC, findings);
    return findings.all().isEmpty();
  }
}
