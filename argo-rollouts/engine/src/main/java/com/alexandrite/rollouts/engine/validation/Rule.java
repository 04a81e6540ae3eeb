package com.alexandrite.rollouts.engine.validation;

/** Everything that can be wrong with a Rollout: the rule's short name, and what people are told. */
public enum Rule {
  DECODE("decode", ErrorType.TYPE_INVALID, "has the wrong type", "Write it as the type says"),
  NEGATIVE("negative", "must not be negative", "Write 0 or more"),
  MISSING_FIELD("missingField", ErrorType.REQUIRED, "is missing", "Add it"),
  SELECTOR_DOES_NOT_MATCH(
      "selectorDoesNotMatchTemplate",
      "are not those that spec.selector asks for",
      "Write the selector's labels here too"),
  SELECTOR_EMPTY("podTemplateOrKubernetes", "is empty", "Write matchLabels"),
  KUBERNETES("podTemplateOrKubernetes", "is not accepted by Kubernetes", "Correct it"),
  TEMPLATE_WITH_WORKLOAD(
      "templateWithWorkloadRef",
      ErrorType.INTERNAL,
      "must be empty where workloadRef names the workload",
      "Remove one of the two"),
  DEADLINE("progressDeadlineNotGreaterThanMinReady", "must be above minReadySeconds", "Raise it"),
  TWO_STRATEGIES("multipleStrategies", "says canary and blueGreen", "Remove one of the two"),
  STRATEGY_MISSING(
      "missingField", ErrorType.REQUIRED, "is missing", "Write canary: {} or blueGreen"),
  SAME_SERVICES_BLUE_GREEN(
      "duplicateServicesBlueGreen", "must differ from previewService", "Use two Services"),
  SCALE_DOWN_LIMIT(
      "scaleDownLimitLargerThanRevisionLimit",
      "must not be above spec.revisionHistoryLimit",
      "Lower it, or raise the other"),
  ANTI_AFFINITY_ONE(
      "antiAffinityExactlyOne", "must say exactly one kind", "Write preferred or required"),
  ANTI_AFFINITY_WEIGHT("antiAffinityWeightRange", "must be from 1 to 100", "Write such a weight"),
  SURGE_AND_UNAVAILABLE(
      "maxSurgeAndMaxUnavailableZero",
      "and maxUnavailable must not both be 0",
      "Raise one of them"),
  SAME_SERVICES("duplicateServicesCanary", "must differ from canaryService", "Use two Services"),
  PING_PONG_ROUTER(
      "pingPongRouterUnsupported",
      "is missing: pingPong needs alb, istio or a plugin",
      "Use canaryService and stableService instead"),
  PING_PONG_SERVICE("pingPongServiceMissing", "is missing", "Name both Services"),
  PING_PONG_SAME("pingPongDuplicateServices", "must differ from pongService", "Use two Services"),
  ALB_ROOT("albRootServiceMissing", "is missing", "pingPong with alb needs it"),
  ROUTER_SERVICES("servicesRequiredByRouter", "is missing", "The router needs both Services"),
  SCALE_DOWN_WITHOUT_ROUTER(
      "scaleDownDelayNeedsTrafficRouting", "needs trafficRouting", "Remove it"),
  DYNAMIC_WITHOUT_ROUTER(
      "dynamicStableScaleNeedsTrafficRouting", "needs trafficRouting", "Remove it"),
  DYNAMIC_WITH_DELAY(
      "dynamicStableScaleWithScaleDownDelay", "contradicts scaleDownDelaySeconds", "Remove one"),
  MAX_WEIGHT_ROUTER("maxTrafficWeightRouterUnsupported", "needs nginx or a plugin", "Remove it"),
  STEP_TYPES(
      "stepTypes",
      "must say one thing",
      "Write exactly one of setWeight, pause, analysis, experiment, setCanaryScale, a route,"
          + " plugin"),
  SET_WEIGHT("setWeightRange", "must be from 0 to the whole weight", "Write such a weight"),
  PAUSE_DURATION(
      "durationNegativeOrUnparsable", "is no duration", "Write seconds, or like 90s, 5m, 1h"),
  SCALE_WITHOUT_ROUTER(
      "setCanaryScaleNeedsTrafficRouting",
      ErrorType.REQUIRED,
      "is missing: setCanaryScale needs it",
      "Remove the step"),
  HEADER_ROUTER(
      "setHeaderRouteRouterUnsupported", "needs alb, apisix, istio or a plugin", "Use setWeight"),
  MIRROR_ROUTER("setMirrorRouteRouterUnsupported", "needs istio or a plugin", "Use setWeight"),
  ALB_EXACT("albExactOnly", "must say exact and nothing else: alb knows no other", "Write exact"),
  MATCH_MISSING("stringMatchMissing", "says no value", "Write exact, prefix or regex"),
  MATCH_MULTIPLE("stringMatchMultiple", "says several values", "Write one of exact, prefix, regex"),
  ROUTE_UNMANAGED("routeNotInManagedRoutes", "is not in managedRoutes", "Add its name there"),
  EXPERIMENT_WEIGHT("experimentWeightNeedsTrafficRouting", "needs trafficRouting", "Remove it"),
  EXPERIMENT_WEIGHT_ROUTER(
      "experimentWeightRouterUnsupported", "needs alb, istio, smi or a plugin", "Remove it"),
  ARGUMENT_FIELD(
      "analysisArgFieldRef",
      "asks for metadata that can't be read",
      "Use metadata.name, namespace, uid, labels or annotations");

  private final String text;
  private final ErrorType type;
  private final String problem;
  private final String advice;

  Rule(String text, String problem, String advice) {
    this(text, ErrorType.INVALID, problem, advice);
  }

  Rule(String text, ErrorType type, String problem, String advice) {
    this.text = text;
    this.type = type;
    this.problem = problem;
    this.advice = advice;
  }

  /** The short name, as recordings of the real controller have it. */
  public String text() {
    return text;
  }

  ErrorType type() {
    return type;
  }

  String problem() {
    return problem;
  }

  String advice() {
    return advice;
  }
}
