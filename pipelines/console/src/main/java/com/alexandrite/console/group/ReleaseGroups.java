package com.alexandrite.console.group;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.AuditLog;
import com.alexandrite.console.release.GroupFiles;
import com.alexandrite.console.release.GroupedReleases;
import com.alexandrite.console.release.Passes;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.release.ReleaseOrder;
import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.GroupDesk;
import com.alexandrite.console.view.GroupView;
import com.alexandrite.rollouts.engine.group.Cause;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import com.alexandrite.rollouts.engine.group.Part;
import com.alexandrite.rollouts.engine.group.ReleaseGroup;
import com.alexandrite.rollouts.engine.group.ReleaseGroup.Member;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The release groups of the manifests: what they are, and what people and programs order of them.
 *
 * <p>Orders throw {@link Refused}.
 */
@Service
@OnThisMachine
public class ReleaseGroups implements GroupDesk {
  private static final int HISTORY = 10;

  private final GroupFiles files;
  private final GroupReleases releases;
  private final GroupedReleases members;
  private final GroupHindrances hindrances;
  private final AuditLog audit;
  private final Passes passes;
  private final InstantSource clock;

  ReleaseGroups(
      GroupFiles files,
      GroupReleases releases,
      GroupedReleases members,
      GroupHindrances hindrances,
      AuditLog audit,
      Passes passes,
      InstantSource clock) {
    this.files = files;
    this.releases = releases;
    this.members = members;
    this.hindrances = hindrances;
    this.audit = audit;
    this.passes = passes;
    this.clock = clock;
  }

  @Override
  public List<GroupView> groups() {
    List<ReleaseGroup> written = files.read().groups();
    Stream<ReleaseGroup> unwritten =
        releases.running().stream()
            .map(kept -> kept.release().group())
            .filter(running -> written.stream().noneMatch(it -> it.name().equals(running.name())));
    return Stream.concat(written.stream(), unwritten).map(this::view).toList();
  }

  @Override
  public List<String> problems() {
    return files.read().refusals().stream().map(Refusal::toString).toList();
  }

  /** One group with its releases; a release goes on when nobody has its group written down. */
  public GroupView view(String name) {
    return groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  @Override
  public List<GroupView> underWay() {
    return releases.running().stream()
        .map(GroupReleases.Kept::release)
        .map(release -> GroupViews.of(release.group(), List.of(release)))
        .toList();
  }

  private GroupView view(ReleaseGroup group) {
    return GroupViews.of(group, releases.newest(group.name(), HISTORY));
  }

  private ReleaseGroup group(String name) {
    return files.read().groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private Refused unknown(String name) {
    return new Refused(
        Kind.UNKNOWN,
        "group-unknown",
        "There is no release group " + name + ".",
        "Write it down in argo-rollouts/manifests/groups.",
        problems());
  }

  /**
   * Begins a release of a group.
   *
   * @param orders by rollout; members without one stay as they are
   */
  public synchronized void release(
      String name, Map<String, ReleaseOrder> orders, String reason, String actor) {
    Refused.unlessReason(reason);
    ReleaseGroup group = group(name);
    hindrances.check(group, orders.keySet());
    ReleaseGroup some = group.only(orders.keySet());
    List<Part> parts =
        some.members().stream()
            .map(Member::rollout)
            .map(rollout -> members.waiting(rollout, Objects.requireNonNull(orders.get(rollout))))
            .toList();
    hindrances.check(parts);
    String id = UUID.randomUUID().toString();
    GroupRelease begun = GroupRelease.begun(id, some, reason, actor, clock.instant(), parts);
    releases.begin(begun);
    record("release", begun, reason, actor, "its members are released in their order");
  }

  /** Stops the release under way: all its members go back. */
  public synchronized void abort(String name, String reason, String actor) {
    Refused.unlessReason(reason);
    GroupRelease running =
        releases
            .running(view(name).name())
            .filter(release -> release.outcome() == GroupRelease.Outcome.RUNNING)
            .orElseThrow(() ->
                Refused.notNow("group-not-running", "No release of this group goes forward."));
    releases.change(running.id(), it -> it.failing(Cause.Kind.STOPPED, actor, reason));
    record("abort", running, reason, actor, "all its members go back");
  }

  @Override
  public ActionOutcome stop(String name, String reason, String actor) {
    try {
      abort(name, reason, actor);
      return new ActionOutcome.Done();
    } catch (Refused refusal) {
      return new ActionOutcome.Refused(refusal.code(), refusal.detail(), refusal.action());
    }
  }

  private void record(
      String action, GroupRelease release, String reason, String actor, String consequence) {
    String subject = "group " + release.group().name();
    audit.add(new AuditEntry(clock.instant(), actor, action, subject, reason, consequence), "", "");
    passes.wake();
  }
}
