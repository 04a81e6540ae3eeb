package com.alexandrite.console.cluster;

import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.AuditLog;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.words.CauseWords;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Releases as the cluster's objects tell of them: the version that is wanted and the one that is
 * stable. Nobody keeps a record of those before, and nobody counts their requests.
 */
@Component
@OnCluster
class ClusterReleases {
  private static final int LATELY = 200;

  private final RolloutNames names;
  private final AuditLog audit;
  private final CauseWords causes;
  private final InstantSource clock;

  ClusterReleases(RolloutNames names, AuditLog audit, CauseWords causes, InstantSource clock) {
    this.names = names;
    this.audit = audit;
    this.causes = causes;
    this.clock = clock;
  }

  /** The same image of the same rollout is the same release. */
  static UUID id(ClusterObject rollout, String image) {
    String what = rollout.namespace() + "/" + rollout.name() + "/" + image;
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
  }

  /** Newest first. */
  List<ReleaseRecord> of(ClusterRollout rollout) {
    List<AuditEntry> entries = audit.newest(LATELY);
    return Stream.of(rollout.currentHash(), rollout.stableHash())
        .distinct()
        .flatMap(hash -> rollout.replicaSet(hash).stream())
        .map(revision -> record(rollout, revision, entries))
        .toList();
  }

  /** One release, also one that the controller has not taken up yet or that was replaced. */
  Optional<ReleaseRecord> find(ClusterRollout rollout, String id) {
    List<AuditEntry> entries = audit.newest(LATELY);
    return Stream.concat(rollout.sight().replicaSets().stream(), Stream.of(rollout.object()))
        .filter(one -> id(rollout.object(), rollout.image(one)).toString().equals(id))
        .findFirst()
        .map(one -> record(rollout, one, entries));
  }

  private ReleaseRecord record(
      ClusterRollout rollout, ClusterObject workload, List<AuditEntry> entries) {
    String hash = workload.label(ClusterRollout.HASH);
    String version = rollout.version(workload);
    String outcome = isOrder(workload) ? null : outcome(rollout, hash);
    Cause cause = outcome == null ? null : ClusterCause.of(rollout, outcome, entries);
    Optional<AuditEntry> order = order(rollout, version, entries);
    Instant started = isOrder(workload) ? clock.instant() : ClusterRollout.createdAt(workload);
    Instant ended = outcome == null ? null : endedAt(rollout, outcome);
    String name = names.name(rollout.object());
    String reason = order.map(AuditEntry::reason).orElse("");
    return new ReleaseRecord(
        id(rollout.object(), rollout.image(workload)).toString(),
        name,
        outcome,
        before(rollout, workload),
        version,
        outcome == null ? reason : rollout.message(),
        cause,
        cause == null ? reason : causes.of(cause, Sentences.PROGRAMS),
        order.map(AuditEntry::actor).orElse("–"),
        null,
        null,
        null,
        null,
        null,
        Duration.between(started, ended == null ? clock.instant() : ended).toSeconds(),
        started,
        ended,
        "/rollouts/" + name,
        null,
        hash.isEmpty() ? null : hash,
        null,
        "RolledBack".equals(outcome) ? ended : null);
  }

  /** The rollout itself stands for what is ordered and not taken up yet. */
  private static boolean isOrder(ClusterObject workload) {
    return workload.label(ClusterRollout.HASH).isEmpty();
  }

  private static @Nullable String outcome(ClusterRollout rollout, String hash) {
    if (hash.equals(rollout.stableHash())) {
      return "Promoted";
    }
    if (!hash.equals(rollout.currentHash())) {
      return "Failed";
    }
    return rollout.isAborted() ? "RolledBack" : null;
  }

  private static String before(ClusterRollout rollout, ClusterObject workload) {
    int revision = isOrder(workload) ? Integer.MAX_VALUE : ClusterRollout.revision(workload);
    return rollout.sight().replicaSets().stream()
        .filter(one -> ClusterRollout.revision(one) < revision)
        .max(Comparator.comparingInt(ClusterRollout::revision))
        .map(rollout::version)
        .orElse("");
  }

  private Optional<AuditEntry> order(
      ClusterRollout rollout, String version, List<AuditEntry> entries) {
    String name = names.name(rollout.object()) + " ";
    return entries.stream()
        .filter(entry -> List.of("release", "retry", "undo").contains(entry.action()))
        .filter(
            entry -> entry.subject().startsWith(name) && entry.subject().endsWith(" " + version))
        .findFirst();
  }

  private static @Nullable Instant endedAt(ClusterRollout rollout, String outcome) {
    if (outcome.equals("RolledBack")) {
      return ClusterRollout.time(rollout.status().get("abortedAt"));
    }
    return Data.list(rollout.status().get("conditions")).stream()
        .map(Data::map)
        .filter(condition -> "Completed".equals(condition.get("type")))
        .findFirst()
        .map(condition -> ClusterRollout.time(condition.get("lastTransitionTime")))
        .orElse(null);
  }
}
