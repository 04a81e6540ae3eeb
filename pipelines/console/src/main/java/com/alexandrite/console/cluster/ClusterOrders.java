package com.alexandrite.console.cluster;

import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.AuditLog;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.release.ReleaseOrder;
import com.alexandrite.console.release.RolloutOrders;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.rollouts.engine.operation.NotNow;
import com.alexandrite.rollouts.engine.operation.RolloutAction;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import com.alexandrite.rollouts.kubernetes.RolloutSteering;
import com.alexandrite.rollouts.kubernetes.RolloutSteering.Outcome;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Orders that the cluster's controller carries out; refused for the same reasons as here. */
@Service
@OnCluster
class ClusterOrders implements RolloutOrders {
  private final SeenRollouts seen;
  private final RolloutSteering steering;
  private final OrderPlacing placing;
  private final AuditLog audit;
  private final RolloutNames names;
  private final InstantSource clock;

  ClusterOrders(
      SeenRollouts seen,
      RolloutCluster cluster,
      OrderPlacing placing,
      AuditLog audit,
      RolloutNames names,
      InstantSource clock) {
    this.seen = seen;
    this.steering = cluster.steering();
    this.placing = placing;
    this.audit = audit;
    this.names = names;
    this.clock = clock;
  }

  /** What is sent to the cluster for an order. */
  @FunctionalInterface
  interface Sending {
    Outcome send(String namespace, String rollout);
  }

  @Override
  public UUID release(String rollout, ReleaseOrder order, String actor) {
    if (order.drill() != null) {
      throw new Refused(
          Kind.INVALID,
          "drill-elsewhere",
          "Drills are of the local environment.",
          "Release without one.");
    }
    ClusterRollout before = find(rollout, order.reason());
    String image = order.image();
    if (before.isAborted() && before.image(before.object()).equals(image)) {
      retry(rollout, order.reason(), actor);
    } else {
      String container = ReleasedContainer.of(before, image);
      done(
          before,
          (namespace, name) -> steering.setImage(namespace, name, container, image),
          new Told("release", ImageVersion.of(image), order.reason(), actor, "a canary starts"));
    }
    return ClusterReleases.id(before.object(), image);
  }

  @Override
  public String promote(String rollout, boolean full, String reason, String actor) {
    ClusterRollout before =
        find(rollout, reason, full ? RolloutAction.PROMOTE_FULL : RolloutAction.PROMOTE);
    return full
        ? done(
            before,
            steering::promoteFull,
            told(before, "promote-full", reason, actor, "skips what is left"))
        : done(
            before,
            steering::promote,
            told(before, "promote", reason, actor, "goes on from " + before.weight() + " %"));
  }

  @Override
  public String abort(String rollout, String reason, String actor) {
    ClusterRollout before = find(rollout, reason, RolloutAction.ABORT);
    String consequence =
        "returns " + before.weight() + " % of customers to version " + before.stableVersion();
    return done(before, steering::abort, told(before, "abort", reason, actor, consequence));
  }

  @Override
  public String retry(String rollout, String reason, String actor) {
    ClusterRollout before = find(rollout, reason, RolloutAction.RETRY);
    return done(
        before,
        steering::retry,
        told(before, "retry", reason, actor, "starts again at the first step"));
  }

  @Override
  public String undo(String rollout, int toRevision, String reason, String actor) {
    ClusterRollout before = find(rollout, reason);
    return done(
        before,
        (namespace, name) -> steering.undo(namespace, name, toRevision),
        told(before, "undo", reason, actor, "another version is wanted"));
  }

  @Override
  public String accept(String rollout, String reason, String actor) {
    find(rollout, reason);
    throw Refused.notNow(NotNow.NOTHING_TO_ACCEPT);
  }

  @Override
  public String restart(String rollout, String reason, String actor) {
    ClusterRollout before = find(rollout, reason, RolloutAction.RESTART);
    return done(
        before, steering::restart, told(before, "restart", reason, actor, "replaces all pods"));
  }

  /** What the audit log tells of an order. */
  record Told(String action, String version, String reason, String actor, String consequence) {}

  static Told told(
      ClusterRollout before, String action, String reason, String actor, String consequence) {
    return new Told(action, before.wantedVersion(), reason, actor, consequence);
  }

  /** The rollout, if the action is right in its present state. */
  ClusterRollout find(String rollout, String reason, RolloutAction action) {
    ClusterRollout found = find(rollout, reason);
    Refused.unlessRight(found.actions(), action);
    return found;
  }

  ClusterRollout find(String rollout, String reason) {
    Refused.unlessReason(reason);
    return seen.one(rollout).orElseThrow(() -> Refused.unknownRollout(rollout));
  }

  String done(ClusterRollout before, Sending sending, Told told) {
    ClusterRollout after = placing.place(before, sending);
    String subject = names.name(before.object()) + " " + told.version();
    var entry =
        new AuditEntry(
            clock.instant(),
            told.actor(),
            told.action(),
            subject,
            told.reason(),
            told.consequence());
    audit.add(entry, before.summary(), after.summary());
    return told.consequence();
  }
}
