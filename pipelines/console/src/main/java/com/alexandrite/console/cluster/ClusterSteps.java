package com.alexandrite.console.cluster;

import com.alexandrite.console.release.RunCause;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of a cluster's rollout with how far each is. */
final class ClusterSteps {
  private static final Set<String> KINDS =
      Set.of(
          "setWeight",
          "pause",
          "analysis",
          "experiment",
          "setCanaryScale",
          "setHeaderRoute",
          "setMirrorRoute",
          "plugin");

  private final ClusterRollout rollout;
  private final List<AnalysisRun> runs;
  private final StepWords words;
  private final int reached;

  private ClusterSteps(ClusterRollout rollout, StepWords words) {
    this.rollout = rollout;
    this.runs = ClusterRuns.of(rollout);
    this.words = words;
    this.reached = rollout.isAborted() ? judged() : rollout.step();
  }

  static List<StepView> of(ClusterRollout rollout, StepWords words) {
    var steps = new ClusterSteps(rollout, words);
    List<StepView> all = new ArrayList<>();
    for (int i = 0; i < rollout.steps().size(); i++) {
      all.add(steps.view(i, rollout.steps().get(i)));
    }
    return all;
  }

  /** An abort leads the controller's index back to 0; the runs tell how far it had come. */
  private int judged() {
    return runs.stream()
        .map(AnalysisRun::stepIndex)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(-1);
  }

  private StepView view(int index, Map<String, Object> step) {
    Optional<AnalysisRun> run =
        runs.stream().filter(one -> Objects.equals(one.stepIndex(), index)).findFirst();
    String field = step.keySet().stream().findFirst().orElse("");
    String kind = KINDS.contains(field) ? field : "other";
    String value = kind.equals("other") ? field : value(kind, step.get(field));
    Instant started = startedAt(index, run);
    return new StepView(
        index,
        kind,
        value,
        words.of(kind, value, Sentences.PROGRAMS),
        state(index, kind),
        run.map(found -> found.state().message()).orElse(""),
        run.flatMap(RunCause::of).orElse(null),
        started,
        endsAt(step, started, run));
  }

  private String state(int index, String kind) {
    if (index < reached) {
      return "done";
    }
    if (rollout.isAborted()) {
      return index == reached ? "failed" : "skipped";
    }
    if (index > reached) {
      return "pending";
    }
    return kind.equals("pause") ? "waiting" : "running";
  }

  private @Nullable Instant startedAt(int index, Optional<AnalysisRun> run) {
    if (run.isPresent()) {
      return run.get().createdAt();
    }
    return index == reached && !rollout.isAborted() ? pausedSince() : null;
  }

  private @Nullable Instant pausedSince() {
    return Data.list(rollout.status().get("pauseConditions")).stream()
        .map(Data::map)
        .filter(condition -> "CanaryPauseStep".equals(condition.get("reason")))
        .findFirst()
        .map(condition -> ClusterRollout.time(condition.get("startTime")))
        .orElse(null);
  }

  private static @Nullable Instant endsAt(
      Map<String, Object> step, @Nullable Instant started, Optional<AnalysisRun> run) {
    if (run.isPresent()) {
      return run.get().state().completedAt();
    }
    IntOrString duration = IntOrString.from(Data.map(step.get("pause")).get("duration"));
    return started == null || duration == null
        ? null
        : started.plusSeconds(Math.max(0, PauseDuration.seconds(duration)));
  }

  private static String value(String kind, @Nullable Object step) {
    return switch (kind) {
      case "setWeight" -> Data.text(step);
      case "pause" -> {
        IntOrString duration = IntOrString.from(Data.map(step).get("duration"));
        yield duration == null ? "" : String.valueOf(PauseDuration.seconds(duration));
      }
      case "analysis" -> names(Data.map(step).get("templates"));
      case "experiment" ->
          GoDuration.parse(Data.text(Data.map(step).get("duration")))
              .map(duration -> String.valueOf(duration.toSeconds()))
              .orElse("");
      case "setHeaderRoute", "setMirrorRoute", "plugin" -> Data.text(Data.map(step).get("name"));
      default -> "";
    };
  }

  private static String names(@Nullable Object list) {
    return Data.list(list).stream()
        .map(one -> Data.text(Data.map(one).get("templateName")))
        .collect(Collectors.joining(", "));
  }
}
