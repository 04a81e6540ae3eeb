package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replica sets for tests. */
final class Revisions {
  private Revisions() {}

  static ReplicaSet of(String hash, int replicas) {
    return of(hash, replicas, Map.of());
  }

  static ReplicaSet of(String hash, int replicas, Map<String, String> environment) {
    List<Map<String, String>> variables =
        environment.entrySet().stream()
            .map(variable -> Map.of("name", variable.getKey(), "value", variable.getValue()))
            .toList();
    Map<String, Object> container =
        Map.of(
            "name",
            "shop",
            "image",
            "alexandrite/shop:7",
            "env",
            variables,
            "ports",
            List.of(
                Map.of("name", "http", "containerPort", 8080),
                Map.of("name", "management", "containerPort", 8081)),
            "readinessProbe",
            Map.of(
                "httpGet",
                Map.of("path", "/actuator/health/readiness", "port", "management"),
                "periodSeconds",
                1));
    var template = new PodTemplate(Map.of(), Map.of(), Map.of("containers", List.of(container)));
    return new ReplicaSet(hash, 1, template, replicas, replicas, 0, Instant.EPOCH, null);
  }

  /** One pod that reads this ConfigMap. */
  static ReplicaSet configured(String hash, String configMap) {
    ReplicaSet plain = of(hash, 1);
    Map<String, Object> container =
        new HashMap<>(Data.map(Data.list(plain.template().spec().get("containers")).getFirst()));
    container.put("envFrom", List.of(Map.of("configMapRef", Map.of("name", configMap))));
    return with(
        plain,
        new PodTemplate(
            Map.of(), Map.of(), Map.of("containers", List.<Object>of(Map.copyOf(container)))));
  }

  static ReplicaSet with(ReplicaSet old, PodTemplate template) {
    return new ReplicaSet(
        old.hash(), 1, template, old.replicas(), old.replicas(), 0, old.createdAt(), null);
  }
}
