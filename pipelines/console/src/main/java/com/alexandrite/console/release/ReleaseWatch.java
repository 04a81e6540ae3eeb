package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Release.End;
import com.alexandrite.console.view.Cause;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Follows the running release of a rollout and writes down how it ends. */
@Component
@OnThisMachine
public class ReleaseWatch {
  /** Requests that were under way when the traffic left the canary may end this much later. */
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

  /** Among so many entries of the audit an abort is still to be found. */
  private static final int LATELY = 50;

  private final Releases releases;
  private final TrafficLedger ledger;
  private final AuditLog audit;
  private final Map<UUID, ArmTotals> lastSeen = new ConcurrentHashMap<>();

  ReleaseWatch(Releases releases, TrafficLedger ledger, AuditLog audit) {
    this.releases = releases;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** Looks at a state that was just saved and acted upon, after the traffic was counted. */
  public void observe(RolloutState state, Instant now) {
    releases.running(state.rollout().name()).ifPresent(release -> observe(release, state, now));
  }

  private void observe(Release release, RolloutState state, Instant now) {
    ArmTotals canary = canary(release);
    ArmTotals before = lastSeen.put(release.id(), canary);
    RolloutStatus status = state.rollout().status();
    Integer step = status.currentStepIndex();
    boolean current = status.currentPodHash().equals(release.toHash());
    releases.note(
        release.id(),
        step == null || !current ? 0 : step,
        canary.requests() > 0 ? now : null,
        current ? status.abortedAt() : null);
    ReleaseVerdict.of(state, release.toHash())
        .filter(_ -> canary.equals(before) || longAgo(status, now))
        .ifPresent(verdict -> end(release, state, verdict, now));
  }

  /**
   * Whether a canary that still answers now would be an error of counting rather than a late
   * answer.
   */
  private static boolean longAgo(RolloutStatus status, Instant now) {
    Instant aborted = status.abortedAt();
    return aborted == null || aborted.plus(LAST_REQUESTS).isBefore(now);
  }

  /** Ends a release because another begins: as it stands, or else as replaced. */
  void conclude(Release release, RolloutState state, Instant now) {
    ReleaseVerdict verdict =
        ReleaseVerdict.of(state, release.toHash()).orElseGet(ReleaseVerdict::replaced);
    end(release, state, verdict, now);
  }

  private void end(Release release, RolloutState state, ReleaseVerdict verdict, Instant now) {
    Cause known = verdict.cause();
    Cause cause = known == null ? EndCause.ofBadEnd(state, release, audit.newest(LATELY)) : known;
    releases.end(
        release.id(),
        new End(verdict.outcome(), verdict.reason(), cause, now, stable(release), canary(release)));
    lastSeen.remove(release.id());
  }

  /** What the stable arm answered since the release began. */
  public ArmTotals stable(Release release) {
    return ledger.total(release.rollout(), release.fromHash()).since(release.stableBefore());
  }

  /** What the canary arm answered since the release began. */
  public ArmTotals canary(Release release) {
    return ledger.total(release.rollout(), release.toHash()).since(release.canaryBefore());
  }
}
