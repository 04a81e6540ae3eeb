package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a new revision takes over: step by step.
 *
 * @param canaryService the Service that selects the canary's pods; empty without traffic routing
 * @param stableService the Service that selects the stable pods; empty without traffic routing
 * @param trafficRouting who shifts the traffic; null = by the number of pods only
 * @param analysis runs beside the steps and may abort
 * @param scaleDownDelaySeconds how long the old stable stays up after a promotion; null = Argo's
 *     default
 * @param abortScaleDownDelaySeconds how long an aborted canary stays up; null = Argo's default, 0 =
 *     for ever
 * @param dynamicStableScale whether stable shrinks as traffic moves to the canary
 * @param stepHash names the steps as the manifest writes them: others under way mean a new start
 */
public record CanaryStrategy(
    String canaryService,
    String stableService,
    List<CanaryStep> steps,
    @Nullable TrafficRouting trafficRouting,
    IntOrString maxSurge,
    IntOrString maxUnavailable,
    @Nullable BackgroundAnalysis analysis,
    @Nullable Integer scaleDownDelaySeconds,
    @Nullable Integer scaleDownDelayRevisionLimit,
    @Nullable Integer abortScaleDownDelaySeconds,
    boolean dynamicStableScale,
    @Nullable Integer minPodsPerReplicaSet,
    @Nullable ReplicaProgressThreshold replicaProgressThreshold,
    String stepHash) {

  public static final IntOrString DEFAULT_MAX_SURGE = IntOrString.of("25%");
  public static final IntOrString DEFAULT_MAX_UNAVAILABLE = IntOrString.of("25%");

  /** No steps, no router: stands where the strategy is another one. */
  public static final CanaryStrategy NONE =
      new CanaryStrategy(
          "",
          "",
          List.of(),
          null,
          DEFAULT_MAX_SURGE,
          DEFAULT_MAX_UNAVAILABLE,
          null,
          null,
          null,
          null,
          false,
          null,
          null,
          "");

  public CanaryStrategy {
    steps = List.copyOf(steps);
    // A state that was saved before there was this name has none: its steps begin anew.
    stepHash = Objects.requireNonNullElse(stepHash, "");
  }

  /** The weight that means all traffic. */
  public int fullWeight() {
    return trafficRouting == null ? TrafficRouting.PERCENT : trafficRouting.fullWeight();
  }

  public CanaryStrategy withSteps(List<CanaryStep> changed) {
    return copy(changed, analysis);
  }

  public CanaryStrategy withAnalysis(@Nullable BackgroundAnalysis changed) {
    return copy(steps, changed);
  }

  private CanaryStrategy copy(List<CanaryStep> newSteps, @Nullable BackgroundAnalysis newAnalysis) {
    return new CanaryStrategy(
        canaryService,
        stableService,
        newSteps,
        trafficRouting,
        maxSurge,
        maxUnavailable,
        newAnalysis,
        scaleDownDelaySeconds,
        scaleDownDelayRevisionLimit,
        abortScaleDownDelaySeconds,
        dynamicStableScale,
        minPodsPerReplicaSet,
        replicaProgressThreshold,
        stepHash);
  }

  /**
   * The Gateway API traffic router's block.
   *
   * @param plugin name of the router plugin
   * @param httpRoutes names of the HTTPRoutes whose two backends get the weights
   * @param namespace of the routes
   * @param managedRoutes names of the routes that steps may add
   * @param maxTrafficWeight the weight that means all traffic; null = 100
   */
  public record TrafficRouting(
      String plugin,
      List<String> httpRoutes,
      String namespace,
      List<String> managedRoutes,
      @Nullable Integer maxTrafficWeight) {

    public static final String GATEWAY_API = "argoproj-labs/gatewayAPI";

    public static final int PERCENT = 100;

    public TrafficRouting {
      httpRoutes = List.copyOf(httpRoutes);
      managedRoutes = List.copyOf(managedRoutes);
    }

    /** The weight that means all traffic. */
    public int fullWeight() {
      return maxTrafficWeight == null ? PERCENT : maxTrafficWeight;
    }
  }

  /** Analysis beside the steps; {@code startingStep} null = with the update. */
  public record BackgroundAnalysis(RolloutAnalysis analysis, @Nullable Integer startingStep) {}

  /**
   * How many of the wanted pods must be available before a step counts as reached.
   *
   * @param type exactly {@code Percent} for a percentage; any other text means a number of pods
   */
  public record ReplicaProgressThreshold(String type, int value) {}
}
