package com.alexandrite.console.desk;

import com.alexandrite.console.loop.RolloutPass;
import com.alexandrite.console.loop.Sighting;
import com.alexandrite.console.release.AuditLog;
import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Releases;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.RolloutSummary;
import com.alexandrite.console.view.Series;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads everything afresh: the saved state decides, the last pass says which pods there are. */
@Service
class LiveReleaseDesk implements ReleaseDesk {
  private static final int HISTORY = 20;

  private final RolloutStore store;
  private final RolloutPass pass;
  private final Releases releases;
  private final ReleaseRecords records;
  private final ArmReader arms;
  private final SeriesReader series;
  private final AuditLog audit;
  private final InstantSource clock;

  LiveReleaseDesk(
      RolloutStore store,
      RolloutPass pass,
      Releases releases,
      ReleaseRecords records,
      ArmReader arms,
      SeriesReader series,
      AuditLog audit,
      InstantSource clock) {
    this.store = store;
    this.pass = pass;
    this.releases = releases;
    this.records = records;
    this.arms = arms;
    this.series = series;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<RolloutSummary> rollouts() {
    return store.names().stream()
        .flatMap(name -> store.load(name).stream())
        .map(Summaries::of)
        .toList();
  }

  @Override
  public Optional<RolloutDetail> rollout(String name) {
    return store.load(name).map(this::detail);
  }

  private RolloutDetail detail(RolloutState state) {
    String name = state.rollout().name();
    RolloutSummary summary = Summaries.of(state);
    List<Release> history = releases.newest(name, HISTORY);
    Optional<Release> last = history.stream().findFirst();
    Sighting seen =
        pass.sighting(name).orElseGet(() -> new Sighting(state, List.of(), clock.instant()));
    return new RolloutDetail(
        name,
        name,
        summary.phase(),
        summary.step(),
        summary.steps(),
        summary.weight(),
        summary.stable(),
        summary.canary(),
        summary.message(),
        Explanation.of(state, last.orElse(null)),
        last.map(Release::startedAt).orElse(null),
        RevisionViews.of(state, seen, history),
        StepViews.of(state, last.orElse(null)),
        RunViews.of(state),
        history.stream().map(records::of).toList(),
        arms.read(state, last.orElse(null)),
        Summaries.actions(state));
  }

  @Override
  public Optional<Series> series(String name, Duration window) {
    return store.load(name).map(state -> series.read(state, window, clock.instant()));
  }

  @Override
  public List<ReleaseRecord> releases(@Nullable String service, int limit) {
    return releases.newest(service, limit).stream().map(records::of).toList();
  }

  @Override
  public Optional<ReleaseRecord> release(String releaseId) {
    try {
      return releases.find(UUID.fromString(releaseId)).map(records::of);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public List<AuditEntry> audit(int limit) {
    return audit.newest(limit);
  }
}
