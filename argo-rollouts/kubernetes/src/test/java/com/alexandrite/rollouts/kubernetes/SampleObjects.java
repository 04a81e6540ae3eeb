package com.alexandrite.rollouts.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects as Argo's controller leaves them in the middle of a release of the Shop. */
public final class SampleObjects {
  private static final String API = "argoproj.io/v1alpha1";

  private SampleObjects() {}

  /** Revision 2 is a canary of 25 % and waits in the second of three steps. */
  public static Map<String, Object> pausedShop() {
    Map<String, Object> status = new HashMap<>();
    status.put("phase", "Paused");
    status.put("message", "CanaryPauseStep");
    status.put("currentPodHash", "new");
    status.put("stableRS", "old");
    status.put("currentStepIndex", 1);
    // Far ahead: the server counts generations, and no controller follows.
    status.put("observedGeneration", "1000");
    status.put("availableReplicas", 4);
    status.put("controllerPause", true);
    status.put(
        "pauseConditions",
        List.of(Map.of("reason", "CanaryPauseStep", "startTime", "2026-11-25T10:00:00Z")));
    status.put(
        "canary",
        Map.of(
            "weights",
            Map.of(
                "canary", Map.of("podTemplateHash", "new", "weight", 25),
                "stable", Map.of("podTemplateHash", "old", "weight", 75))));
    status.put(
        "conditions",
        List.of(
            Map.of(
                "type", "Paused",
                "status", "True",
                "reason", "RolloutPaused",
                "message", "Rollout is paused",
                "lastUpdateTime", "2026-11-25T10:00:00Z",
                "lastTransitionTime", "2026-11-25T10:00:00Z")));
    return rollout("shop", "alexandrite/shop:8", status);
  }

  /** An object's status. */
  public static Map<String, Object> status(Map<String, Object> object) {
    return new ClusterObject(object).status();
  }

  /** A Rollout of one container, with a field that no version of Argo knows. */
  public static Map<String, Object> rollout(String name, String image, Map<String, Object> status) {
    Map<String, Object> spec = new HashMap<>();
    spec.put("replicas", 4);
    spec.put("selector", Map.of("matchLabels", Map.of("app", name)));
    spec.put("template", template(name, image, Map.of("app", name)));
    spec.put("strategy", Map.of("canary", canary()));
    spec.put("notKnownYet", Map.of("kept", true));
    return object(API, "Rollout", Map.of("name", name, "uid", "rollout-" + name), spec, status);
  }

  private static Map<String, Object> canary() {
    return Map.of(
        "canaryService",
        "shop-canary",
        "stableService",
        "shop-stable",
        "trafficRouting",
        Map.of("plugins", Map.of("argoproj-labs/gatewayAPI", Map.of())),
        "steps",
        List.of(
            Map.of("setWeight", 25),
            Map.of("pause", Map.of()),
            Map.of("analysis", Map.of("templates", List.of(Map.of("templateName", "errors"))))));
  }

  private static Map<String, Object> template(
      String name, String image, Map<String, Object> labels) {
    return Map.of(
        "metadata", Map.of("labels", labels),
        "spec", Map.of("containers", List.of(Map.of("name", name, "image", image))));
  }

  /** A revision of the Shop with as many pods ready as it has. */
  public static Map<String, Object> revision(int number, String hash, String image, int pods) {
    Map<String, Object> labels = Map.of("app", "shop", "rollouts-pod-template-hash", hash);
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("name", "shop-" + hash);
    metadata.put("uid", "rs-" + hash);
    metadata.put("labels", labels);
    metadata.put("annotations", Map.of("rollout.argoproj.io/revision", number + ""));
    metadata.put("creationTimestamp", "2026-11-2" + number + "T10:00:00Z");
    metadata.put("ownerReferences", controlledBy(API, "Rollout", "shop", "rollout-shop"));
    return object(
        "apps/v1",
        "ReplicaSet",
        metadata,
        Map.of(
            "replicas", pods,
            "selector", Map.of("matchLabels", labels),
            "template", template("shop", image, labels)),
        Map.of("replicas", pods, "readyReplicas", pods, "availableReplicas", pods));
  }

  /** One pod of a revision. */
  public static Map<String, Object> pod(String hash, int number, boolean ready) {
    String replicaSet = "shop-" + hash;
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("name", replicaSet + "-" + number);
    metadata.put("uid", "pod-" + hash + "-" + number);
    metadata.put("labels", Map.of("app", "shop", "rollouts-pod-template-hash", hash));
    metadata.put("creationTimestamp", "2026-11-25T10:00:00Z");
    metadata.put(
        "ownerReferences", controlledBy("apps/v1", "ReplicaSet", replicaSet, "rs-" + hash));
    return object(
        "v1",
        "Pod",
        metadata,
        Map.of("containers", List.of(Map.of("name", "shop", "image", "alexandrite/shop:8"))),
        Map.of(
            "phase", "Running",
            "conditions", List.of(Map.of("type", "Ready", "status", ready ? "True" : "False")),
            "containerStatuses",
                List.of(Map.of("name", "shop", "restartCount", 1, "ready", ready))));
  }

  /** The step analysis of the canary, with one look that failed. */
  public static Map<String, Object> failedRun() {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("name", "shop-new-2-2");
    metadata.put("uid", "run-1");
    metadata.put(
        "labels",
        Map.of("rollouts-pod-template-hash", "new", "rollout-type", "Step", "step-index", "2"));
    metadata.put("annotations", Map.of("rollout.argoproj.io/revision", "2"));
    metadata.put("creationTimestamp", "2026-11-25T10:01:00Z");
    metadata.put("ownerReferences", controlledBy(API, "Rollout", "shop", "rollout-shop"));
    Map<String, Object> metric = new HashMap<>();
    metric.put("name", "error-rate");
    metric.put("successCondition", "result[0] < {{args.limit}}");
    metric.put("failureLimit", 0);
    metric.put("provider", Map.of("prometheus", Map.of("query", "errors")));
    return object(
        API,
        "AnalysisRun",
        metadata,
        Map.of(
            "metrics", List.of(metric), "args", List.of(Map.of("name", "limit", "value", "0.05"))),
        Map.of(
            "phase", "Failed",
            "message", "Metric \"error-rate\" assessed Failed due to failed (1) > failureLimit (0)",
            "startedAt", "2026-11-25T10:01:00Z",
            "metricResults", List.of(result())));
  }

  /** An experiment that failed. */
  public static Map<String, Object> experiment() {
    return object(
        API,
        "Experiment",
        Map.of("name", "compare"),
        Map.of("templates", List.of()),
        Map.of("phase", "Failed"));
  }

  /** A Rollout that has its template from a Deployment. */
  public static Map<String, Object> shopOfDeployment() {
    Map<String, Object> spec = new HashMap<>();
    spec.put("selector", Map.of("matchLabels", Map.of("app", "shop")));
    spec.put("workloadRef", Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", "shop"));
    spec.put("strategy", Map.of("canary", canary()));
    return object(API, "Rollout", Map.of("name", "shop", "uid", "rollout-shop"), spec, Map.of());
  }

  /** That Deployment. */
  public static Map<String, Object> deployment() {
    Map<String, Object> labels = Map.of("app", "shop");
    return object(
        "apps/v1",
        "Deployment",
        Map.of("name", "shop"),
        Map.of(
            "replicas", 0,
            "selector", Map.of("matchLabels", labels),
            "template", template("shop", "alexandrite/shop:8", labels)),
        Map.of());
  }

  private static Map<String, Object> result() {
    return Map.of(
        "name",
        "error-rate",
        "phase",
        "Failed",
        "count",
        1,
        "failed",
        1,
        "metadata",
        Map.of("ResolvedPrometheusQuery", "errors{hash=\"new\"}"),
        "measurements",
        List.of(
            Map.of(
                "phase", "Failed",
                "value", "[0.21]",
                "startedAt", "2026-11-25T10:01:00Z",
                "finishedAt", "2026-11-25T10:01:01Z")));
  }

  private static List<Map<String, Object>> controlledBy(
      String api, String kind, String name, String uid) {
    return new ArrayList<>(
        List.of(
            Map.of("apiVersion", api, "kind", kind, "name", name, "uid", uid, "controller", true)));
  }

  private static Map<String, Object> object(
      String api,
      String kind,
      Map<String, Object> metadata,
      Map<String, Object> spec,
      Map<String, Object> status) {
    Map<String, Object> placed = new HashMap<>(metadata);
    placed.put("namespace", ClusterRig.NAMESPACE);
    placed.putIfAbsent("generation", 1);
    Map<String, Object> object = new HashMap<>();
    object.put("apiVersion", api);
    object.put("kind", kind);
    object.put("metadata", placed);
    object.put("spec", spec);
    object.put("status", status);
    return object;
  }
}
