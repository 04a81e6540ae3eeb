package com.alexandrite.console.desk;

import com.alexandrite.console.loop.RolloutPass;
import com.alexandrite.console.loop.Sighting;
import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.AuditLog;
import com.alexandrite.console.release.EndCause;
import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Releases;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.RolloutSummary;
import com.alexandrite.console.view.Series;
import com.alexandrite.console.words.Explanation;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.operation.PossibleActions;
import com.alexandrite.rollouts.engine.operation.RolloutAction;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads everything afresh: the saved state decides, the last pass says which pods there are. */
@Service
@OnThisMachine
class LiveReleaseDesk implements ReleaseDesk {
  private static final int HISTORY = 20;

  private final RolloutStore store;
  private final RolloutPass pass;
  private final Releases releases;
  private final ReleaseRecords records;
  private final ArmReader arms;
  private final SeriesReader series;
  private final AuditLog audit;
  private final StepWords steps;
  private final Explanation explanation;
  private final InstantSource clock;

  LiveReleaseDesk(
      RolloutStore store,
      RolloutPass pass,
      Releases releases,
      ReleaseRecords records,
      ArmReader arms,
      SeriesReader series,
      AuditLog audit,
      StepWords steps,
      Explanation explanation,
      InstantSource clock) {
    this.store = store;
    this.pass = pass;
    this.releases = releases;
    this.records = records;
    this.arms = arms;
    this.series = series;
    this.audit = audit;
    this.steps = steps;
    this.explanation = explanation;
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
    PossibleActions actions = PossibleActions.of(state);
    Sighting seen =
        pass.sighting(name).orElseGet(() -> new Sighting(state, List.of(), clock.instant()));
    var detail =
        new RolloutDetail(
            name,
            name,
            summary.phase(),
            summary.step(),
            summary.steps(),
            summary.weight(),
            summary.stable(),
            summary.canary(),
            summary.message(),
            EndCause.ofStatus(state.rollout().status()).orElse(null),
            "",
            last.map(Release::startedAt).orElse(null),
            RevisionViews.of(state, seen, history),
            StepViews.of(state, last.orElse(null), steps),
            RunViews.of(state),
            history.stream().map(records::of).toList(),
            arms.read(state, last.orElse(null)),
            actions.all().stream().map(RolloutAction::text).toList(),
            actions.needed().map(RolloutAction::text).orElse(null),
            SafeguardViews.of(state),
            Summaries.work(state),
            ProcessViews.of(state, seen),
            ConditionViews.of(state));
    return detail.withExplanation(explanation.of(detail, Sentences.PROGRAMS));
  }

  @Override
  public Optional<Series> series(String name, @Nullable Duration window) {
    return store.load(name).map(state -> series(state, window));
  }

  private Series series(RolloutState state, @Nullable Duration window) {
    Instant now = clock.instant();
    if (window != null) {
      return series.read(state, Span.last(window, now));
    }
    Release last = releases.newest(state.rollout().name(), 1).stream().findFirst().orElse(null);
    return last != null && Span.showsRelease(last, now)
        ? series.read(state, last, Span.around(last, now))
        : series.read(state, Span.live(now));
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
