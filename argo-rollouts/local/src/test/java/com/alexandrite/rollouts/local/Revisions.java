package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.time.Instant;
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
}
