package com.alexandrite.console.cluster;

import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.AuditLog;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.RolloutSummary;
import com.alexandrite.console.view.Series;
import com.alexandrite.console.words.Explanation;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.rollouts.engine.operation.RolloutAction;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The cluster's rollouts as the watches last saw them. */
@Service
@OnCluster
class ClusterReleaseDesk implements ReleaseDesk {
  private static final int LATELY = 50;

  private final SeenRollouts seen;
  private final RolloutNames names;
  private final ClusterReleases releases;
  private final ClusterTraffic traffic;
  private final AuditLog audit;
  private final StepWords steps;
  private final Explanation explanation;

  ClusterReleaseDesk(
      SeenRollouts seen,
      RolloutNames names,
      ClusterReleases releases,
      ClusterTraffic traffic,
      AuditLog audit,
      StepWords steps,
      Explanation explanation) {
    this.seen = seen;
    this.names = names;
    this.releases = releases;
    this.traffic = traffic;
    this.audit = audit;
    this.steps = steps;
    this.explanation = explanation;
  }

  @Override
  public List<RolloutSummary> rollouts() {
    return seen.all().map(this::summary).toList();
  }

  private RolloutSummary summary(ClusterRollout rollout) {
    return new RolloutSummary(
        names.name(rollout.object()),
        rollout.phase(),
        rollout.step(),
        rollout.steps().size(),
        rollout.weight(),
        rollout.stableVersion(),
        rollout.canaryVersion(),
        rollout.message(),
        rollout.work());
  }

  @Override
  public Optional<RolloutDetail> rollout(String name) {
    return seen.one(name).map(this::detail);
  }

  private RolloutDetail detail(ClusterRollout rollout) {
    RolloutSummary summary = summary(rollout);
    var detail =
        new RolloutDetail(
            summary.name(),
            summary.name(),
            summary.phase(),
            summary.step(),
            summary.steps(),
            summary.weight(),
            summary.stable(),
            summary.canary(),
            summary.message(),
            ClusterCause.ofTrouble(rollout, audit.newest(LATELY)),
            "",
            rollout.startedAt(),
            ClusterRevisions.of(rollout),
            ClusterSteps.of(rollout, steps),
            ClusterRuns.views(rollout),
            releases.of(rollout),
            traffic.arms(rollout),
            rollout.actions().all().stream().map(RolloutAction::text).toList(),
            rollout.actions().needed().map(RolloutAction::text).orElse(null),
            List.of(),
            rollout.work(),
            ClusterRevisions.pods(rollout),
            seen.conditions(rollout));
    return detail.withExplanation(explanation.of(detail, Sentences.PROGRAMS));
  }

  @Override
  public Optional<Series> series(String name, @Nullable Duration window) {
    return seen.one(name).map(rollout -> traffic.series(rollout, window));
  }

  @Override
  public List<ReleaseRecord> releases(@Nullable String service, int limit) {
    Stream<ClusterRollout> rollouts = service == null ? seen.all() : seen.one(service).stream();
    return rollouts
        .flatMap(rollout -> releases.of(rollout).stream())
        .sorted(Comparator.comparing(ReleaseRecord::startedAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<ReleaseRecord> release(String releaseId) {
    return seen.all().flatMap(rollout -> releases.find(rollout, releaseId).stream()).findFirst();
  }

  @Override
  public List<AuditEntry> audit(int limit) {
    return audit.newest(limit);
  }
}
