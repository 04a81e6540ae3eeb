package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a rollout is. Names and meaning are Argo's.
 *
 * @param replicas pods of all revisions; the next two likewise
 * @param updatedReplicas pods of the wanted revision
 * @param currentPodHash the wanted revision; empty before the first pass
 * @param stableRS the revision that served last; empty before the first
 * @param currentStepIndex 0-based; number of steps = past the last; null without steps
 * @param controllerPause whether the engine itself paused
 * @param promoteFull asked to skip the remaining steps
 * @param observedGeneration generation of the spec that this status speaks of
 */
public record RolloutStatus(
    Phase phase,
    String message,
    int replicas,
    int updatedReplicas,
    int readyReplicas,
    int availableReplicas,
    String currentPodHash,
    String stableRS,
    String currentStepHash,
    @Nullable Integer currentStepIndex,
    List<PauseCondition> pauseConditions,
    boolean controllerPause,
    boolean abort,
    @Nullable Instant abortedAt,
    boolean promoteFull,
    @Nullable Instant restartedAt,
    long observedGeneration,
    CanaryStatus canary,
    List<RolloutCondition> conditions,
    BlueGreenStatus blueGreen,
    @Nullable SafeguardStatus safeguards) {

  public RolloutStatus {
    safeguards = safeguards == null ? SafeguardStatus.NONE : safeguards;
    pauseConditions = List.copyOf(pauseConditions);
    conditions = List.copyOf(conditions);
    // A state that was saved before there was one has none.
    blueGreen = Objects.requireNonNullElse(blueGreen, BlueGreenStatus.NONE);
  }

  /** Before the first pass. */
  public static RolloutStatus initial() {
    return new RolloutStatus(
        Phase.PROGRESSING,
        "",
        0,
        0,
        0,
        0,
        "",
        "",
        "",
        null,
        List.of(),
        false,
        false,
        null,
        false,
        null,
        0,
        CanaryStatus.NONE,
        List.of(),
        BlueGreenStatus.NONE,
        SafeguardStatus.NONE);
  }

  /**
   * A reason to wait.
   *
   * @param reason one of the constants
   */
  public record PauseCondition(String reason, Instant startTime) {

    public static final String PAUSE_STEP = "CanaryPauseStep";
    public static final String BLUE_GREEN_PAUSE = "BlueGreenPause";
    public static final String INCONCLUSIVE_ANALYSIS = "InconclusiveAnalysisRun";
    public static final String INCONCLUSIVE_EXPERIMENT = "InconclusiveExperiment";

    /** Beyond Argo: there is no metric data, and the rollout asks to wait for it. */
    public static final String NO_METRIC_DATA = "NoMetricData";

    /** Beyond Argo: a freeze window is in force. */
    public static final String FREEZE_WINDOW = "FreezeWindow";
  }

  /**
   * One aspect of a rollout's health, as Argo's conditions; {@code status} is True, False or
   * Unknown.
   */
  public record RolloutCondition(
      String type,
      String status,
      String reason,
      String message,
      Instant lastUpdateTime,
      Instant lastTransitionTime) {}

  /**
   * The canary's part of the status.
   *
   * @param weights the split that was last decided; null without traffic routing
   * @param routes names of the managed routes that are set now
   * @param currentExperiment name of the experiment of the current step; null = none
   * @param weightsBefore the split before the last change, until a pass has built upon the change;
   *     null = one has
   */
  public record CanaryStatus(
      @Nullable TrafficWeights weights,
      List<String> routes,
      @Nullable AnalysisRunStatus currentStepAnalysisRunStatus,
      @Nullable AnalysisRunStatus currentBackgroundAnalysisRunStatus,
      @Nullable String currentExperiment,
      @Nullable TrafficWeights weightsBefore) {

    public static final CanaryStatus NONE =
        new CanaryStatus(null, List.of(), null, null, null, null);

    public CanaryStatus {
      routes = List.copyOf(routes);
    }

    /** The traffic as it is, with nothing that still has to follow. */
    public CanaryStatus withTraffic(@Nullable TrafficWeights newWeights, List<String> newRoutes) {
      return withTraffic(newWeights, newRoutes, null);
    }

    /** The traffic as it becomes; the pods still follow another split. */
    public CanaryStatus withTraffic(
        @Nullable TrafficWeights newWeights,
        List<String> newRoutes,
        @Nullable TrafficWeights before) {
      return new CanaryStatus(
          newWeights,
          newRoutes,
          currentStepAnalysisRunStatus,
          currentBackgroundAnalysisRunStatus,
          currentExperiment,
          before);
    }

    /** The split that stable's pods follow: one pass behind the traffic. */
    public @Nullable TrafficWeights weightsFollowed() {
      return weightsBefore == null ? weights : weightsBefore;
    }

    public CanaryStatus withRuns(
        @Nullable AnalysisRunStatus step, @Nullable AnalysisRunStatus background) {
      return new CanaryStatus(weights, routes, step, background, currentExperiment, weightsBefore);
    }

    public CanaryStatus withExperiment(@Nullable String changed) {
      return new CanaryStatus(
          weights,
          routes,
          currentStepAnalysisRunStatus,
          currentBackgroundAnalysisRunStatus,
          changed,
          weightsBefore);
    }
  }

  /**
   * How the traffic is split.
   *
   * @param stable the rest; below 0 where a manifest gives away more than the whole
   * @param verified whether the router confirmed it when it was new; null = it can't tell
   * @param additional the shares of an experiment's pods
   */
  public record TrafficWeights(
      WeightDestination canary,
      WeightDestination stable,
      @Nullable Boolean verified,
      List<WeightDestination> additional) {

    public TrafficWeights {
      // A document that was saved before there were experiments has none.
      additional = List.copyOf(Objects.requireNonNullElse(additional, List.of()));
    }

    public TrafficWeights withVerified(@Nullable Boolean changed) {
      return new TrafficWeights(canary, stable, changed, additional);
    }
  }

  /** One arm of the split; the weight is in percent. */
  public record WeightDestination(String serviceName, String podTemplateHash, int weight) {}

  /** The current run of a kind, as the rollout last saw it. */
  public record AnalysisRunStatus(String name, AnalysisPhase status, String message) {}

  /** What is known of the safeguards beyond Argo; absent in states of before them. */
  @Override
  public SafeguardStatus safeguards() {
    return Objects.requireNonNull(safeguards);
  }

  /** Whether the update was aborted, or is about to be. */
  public boolean aborted() {
    return abort || abortedAt != null;
  }

  /** The pause condition with this reason. */
  public Optional<PauseCondition> pauseCondition(String reason) {
    for (PauseCondition pause : pauseConditions) {
      if (pause.reason().equals(reason)) {
        return Optional.of(pause);
      }
    }
    return Optional.empty();
  }

  /** The condition of this type. */
  public Optional<RolloutCondition> condition(String type) {
    return condition(conditions, type);
  }

  /** The condition of this type among those. */
  public static Optional<RolloutCondition> condition(
      List<RolloutCondition> conditions, String type) {
    for (RolloutCondition condition : conditions) {
      if (condition.type().equals(type)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  /** The canary's share of the traffic in percent, as last decided; 0 without traffic routing. */
  public int canaryWeight() {
    TrafficWeights weights = canary.weights();
    return weights == null ? 0 : weights.canary().weight();
  }
}
