package com.alexandrite.console.cluster;

import com.alexandrite.console.release.RunCause;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.Cause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a cluster's release ended: by a run, by a person, or as the controller says. */
final class ClusterCause {
  private ClusterCause() {}

  static Cause of(ClusterRollout rollout, String outcome, List<AuditEntry> audit) {
    return switch (outcome) {
      case "Promoted" -> new Cause.Promoted();
      case "Failed" -> new Cause.Replaced();
      default -> ofAbort(rollout, audit);
    };
  }

  /** Null while nothing went wrong. */
  static @Nullable Cause ofTrouble(ClusterRollout rollout, List<AuditEntry> audit) {
    if (rollout.isUpdating() && rollout.isAborted()) {
      return ofAbort(rollout, audit);
    }
    return List.of("Degraded", "Error", "InvalidSpec").contains(rollout.phase())
        ? new Cause.Told(rollout.message())
        : null;
  }

  private static Cause ofAbort(ClusterRollout rollout, List<AuditEntry> audit) {
    return ClusterRuns.of(rollout).stream()
        .flatMap(run -> RunCause.of(run).stream())
        .findFirst()
        .or(() -> person(rollout, audit))
        .orElseGet(() -> new Cause.Told(rollout.message()));
  }

  private static Optional<Cause> person(ClusterRollout rollout, List<AuditEntry> audit) {
    String name = rollout.object().name();
    return audit.stream()
        .filter(entry -> entry.action().equals("abort"))
        .filter(entry ->
            entry.subject().startsWith(name + " ") || entry.subject().startsWith(name + "@"))
        .filter(entry -> entry.subject().endsWith(" " + rollout.wantedVersion()))
        .findFirst()
        .map(entry -> new Cause.Stopped(entry.actor(), entry.reason()));
  }
}
