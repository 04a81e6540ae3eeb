package com.alexandrite.console.page;

import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.ActionRequest;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.ReleaseActions;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.RolloutSummary;
import com.alexandrite.console.view.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A desk with one rollout, whichever the test lays on it; it remembers what was asked for. */
final class SampleDesk implements ReleaseDesk, ReleaseActions {

  private @Nullable RolloutDetail rollout;
  private List<ReleaseRecord> releases = List.of();
  private List<AuditEntry> audit = List.of();
  private ActionOutcome outcome = new ActionOutcome.Done();
  private final List<ActionRequest> asked = new ArrayList<>();

  void lay(@Nullable RolloutDetail newRollout, List<ReleaseRecord> newReleases) {
    rollout = newRollout;
    releases = newReleases;
    audit = List.of();
    asked.clear();
    outcome = new ActionOutcome.Done();
  }

  void audit(List<AuditEntry> entries) {
    audit = entries;
  }

  void refuse(String why, String whatToDo) {
    outcome = new ActionOutcome.Refused("by-the-test", why, whatToDo);
  }

  List<ActionRequest> asked() {
    return List.copyOf(asked);
  }

  @Override
  public List<RolloutSummary> rollouts() {
    return Optional.ofNullable(rollout).map(SampleDesk::summary).stream().toList();
  }

  @Override
  public Optional<RolloutDetail> rollout(String name) {
    return Optional.ofNullable(rollout).filter(one -> one.name().equals(name));
  }

  @Override
  public Optional<Series> series(String name, @Nullable Duration window) {
    return Optional.empty();
  }

  @Override
  public List<ReleaseRecord> releases(@Nullable String service, int limit) {
    return releases;
  }

  @Override
  public Optional<ReleaseRecord> release(String releaseId) {
    return releases.stream().filter(one -> one.releaseId().equals(releaseId)).findFirst();
  }

  @Override
  public List<AuditEntry> audit(int limit) {
    return audit;
  }

  @Override
  public ActionOutcome act(ActionRequest request) {
    asked.add(request);
    return outcome;
  }

  private static RolloutSummary summary(RolloutDetail rollout) {
    return new RolloutSummary(
        rollout.name(),
        rollout.phase(),
        rollout.step(),
        rollout.steps(),
        rollout.weight(),
        rollout.stable(),
        rollout.canary(),
        rollout.message(),
        rollout.work());
  }
}
