package com.alexandrite.rollouts.engine.validation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The types of a Rollout's fields, as the API declares them. {@code []} is a list, <code>{}</code>
 * a map by name; {@code size} is a number or a text.
 */
final class ApiTypes {

  private static final String DECLARED =
      """
      Rollout
        apiVersion kind: text
        metadata: ObjectMeta
        spec: RolloutSpec
      ObjectMeta
        name namespace uid generateName: text
        labels annotations: text{}
        creationTimestamp: time
      RolloutSpec
        replicas minReadySeconds revisionHistoryLimit progressDeadlineSeconds: int
        paused progressDeadlineAbort: flag
        restartAt: time
        selector: Selector
        template: PodTemplate
        workloadRef: WorkloadRef
        rollbackWindow: RollbackWindow
        analysis: History
        strategy: Strategy
      WorkloadRef
        apiVersion kind name scaleDown: text
      RollbackWindow
        revisions: int
      History
        successfulRunHistoryLimit unsuccessfulRunHistoryLimit: int
      Selector
        matchLabels: text{}
        matchExpressions: Expression[]
      Expression
        key operator: text
        values: text[]
      Strategy
        canary: Canary
        blueGreen: BlueGreen
      BlueGreen
        activeService previewService: text
        previewReplicaCount autoPromotionSeconds scaleDownDelaySeconds: int
        scaleDownDelayRevisionLimit abortScaleDownDelaySeconds: int
        autoPromotionEnabled: flag
        maxUnavailable: size
        prePromotionAnalysis postPromotionAnalysis: Analysis
        antiAffinity: AntiAffinity
        previewMetadata activeMetadata: Labels
      AntiAffinity
        preferredDuringSchedulingIgnoredDuringExecution: Preferred
        requiredDuringSchedulingIgnoredDuringExecution: Nothing
      Preferred
        weight: int
      Nothing
      Labels
        labels annotations: text{}
      Canary
        canaryService stableService: text
        steps: Step[]
        trafficRouting: Routing
        maxSurge maxUnavailable: size
        analysis: Background
        antiAffinity: AntiAffinity
        canaryMetadata stableMetadata: Labels
        scaleDownDelaySeconds scaleDownDelayRevisionLimit abortScaleDownDelaySeconds: int
        minPodsPerReplicaSet: int
        dynamicStableScale: flag
        pingPong: PingPong
        replicaProgressThreshold: Threshold
      PingPong
        pingService pongService: text
      Threshold
        type: text
        value: int
      Step
        setWeight: int
        pause: Pause
        experiment: Experiment
        analysis: Analysis
        setCanaryScale: CanaryScale
        setHeaderRoute: HeaderRoute
        setMirrorRoute: MirrorRoute
        plugin: Plugin
      Pause
        duration: size
      CanaryScale
        weight replicas: int
        matchTrafficWeight: flag
      Plugin
        name: text
        config: any
      HeaderRoute
        name: text
        match: HeaderMatch[]
      HeaderMatch
        headerName: text
        headerValue: Match
      MirrorRoute
        name: text
        match: RouteMatch[]
        percentage: int
      RouteMatch
        method path: Match
        headers: Match{}
      Match
        exact prefix regex: text
      """;

  private static final Map<String, Map<String, String>> TYPES = new LinkedHashMap<>();

  static {
    read(DECLARED);
    read(RouterTypes.DECLARED);
    read(AnalysisTypes.DECLARED);
    read(PodTypes.DECLARED);
  }

  private ApiTypes() {}

  /** The type of each field of a structure. */
  static Map<String, String> fieldsOf(String type) {
    Map<String, String> fields = TYPES.get(type);
    if (fields == null) {
      throw new IllegalArgumentException("no type " + type);
    }
    return fields;
  }

  private static void read(String declared) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : declared.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        fields = new LinkedHashMap<>();
        TYPES.put(line.strip(), fields);
        continue;
      }
      for (String name : line.substring(0, colon).strip().split(" ", -1)) {
        fields.put(name, line.substring(colon + 1).strip());
      }
    }
  }
}
