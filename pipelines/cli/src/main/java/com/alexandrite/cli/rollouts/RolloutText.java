package com.alexandrite.cli.rollouts;

import static java.util.stream.Collectors.joining;

import com.alexandrite.cli.rollouts.RolloutView.AnalysisView;
import com.alexandrite.cli.rollouts.RolloutView.Arm;
import com.alexandrite.cli.rollouts.RolloutView.Arms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A rollout in a terminal's words. */
final class RolloutText {
  private static final int BAR = 20;

  private RolloutText() {}

  /** Where the rollout stands; changes only when something happened. */
  static String position(RolloutView rollout) {
    String message = Objects.requireNonNullElse(rollout.message(), "");
    return String.format(
        Locale.ROOT,
        "%-11s step %d/%d  weight %3d %%%s",
        rollout.phase(),
        rollout.step(),
        rollout.steps(),
        rollout.weight(),
        message.isBlank() ? "" : "  " + message);
  }

  /** What can be done to it now, and which of that it waits for. */
  static String actions(JsonNode rollout) {
    String all =
        rollout.path("actions").valueStream().map(JsonNode::asString).collect(joining(", "));
    String needed = rollout.path("needed").asString("");
    return "possible now: " + all + (needed.isEmpty() ? "" : "; it waits for " + needed);
  }

  /** A bar of the canary's share. */
  static String bar(RolloutView rollout) {
    int canary = Math.clamp(Math.round(rollout.weight() * BAR / 100f), 0, BAR);
    return "█".repeat(canary) + "░".repeat(BAR - canary);
  }

  /** One line for each arm that is known. */
  static List<String> arms(RolloutView rollout) {
    Arms arms = rollout.arms();
    List<String> lines = new ArrayList<>();
    if (arms != null) {
      addArm(lines, "stable", rollout.stable(), arms.stable());
      addArm(lines, "canary", rollout.canary(), arms.canary());
    }
    return lines;
  }

  /** The analysis runs and how they stand; empty when there is none. */
  static String analysis(RolloutView rollout) {
    return rollout.runs().stream().map(RolloutText::run).collect(joining(", "));
  }

  /** One analysis run and how it stands. */
  static String run(AnalysisView run) {
    String message = run.message();
    String told = Objects.requireNonNullElse(run.template(), run.name()) + " " + run.phase();
    return message == null || message.isBlank() ? told : told + " (" + message + ")";
  }

  /** One finished or running release. */
  static String history(JsonNode release) {
    return "%s  v%s -> v%s  %-10s %s"
        .formatted(
            release.path("startedAt").asString(""),
            release.path("fromVersion").asString("-"),
            release.path("toVersion").asString("-"),
            release.path("outcome").asString("running"),
            release.path("why").asString(release.path("reason").asString("")));
  }

  private static void addArm(
      List<String> lines, String name, @Nullable String version, @Nullable Arm arm) {
    if (version != null && arm != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s v%-5s %6s requests  %s errors  p95 %s  p99 %s",
              name,
              version,
              count(arm.requests()),
              percent(arm.errorRate()),
              milliseconds(arm.p95Ms()),
              milliseconds(arm.p99Ms())));
    }
  }

  private static String count(@Nullable Long counted) {
    return counted == null ? "-" : counted.toString();
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "   -  " : String.format(Locale.ROOT, "%5.1f %%", share * 100);
  }

  private static String milliseconds(@Nullable Double ms) {
    return ms == null ? "    -   " : String.format(Locale.ROOT, "%5.0f ms", ms);
  }
}
