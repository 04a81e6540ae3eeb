package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/**
 * What people and programs do to a rollout. Each needs a reason, is refused when the rollout is in
 * no state for it, and leaves a line in the audit log. The loop draws the consequences.
 *
 * <p>All methods throw {@link Refused}.
 */
@Service
@OnThisMachine
public class LiveReleaseActions implements RolloutOrders {
  private final RolloutController controller;
  private final ObservedRollouts observed;
  private final ReleaseOpening releases;
  private final Passes passes;
  private final AuditLog audit;
  private final ImageCheck images;
  private final InstantSource clock;

  LiveReleaseActions(
      RolloutController controller,
      ObservedRollouts observed,
      ReleaseOpening releases,
      Passes passes,
      AuditLog audit,
      ImageCheck images,
      InstantSource clock) {
    this.controller = controller;
    this.observed = observed;
    this.releases = releases;
    this.passes = passes;
    this.audit = audit;
    this.images = images;
    this.clock = clock;
  }

  /** Releases a version; a version that was aborted before starts again at its first step. */
  @Override
  public UUID release(String rollout, ReleaseOrder order, String actor) {
    Refused.unlessReason(order.reason());
    images.check(order.image());
    Drills.check(order.drill());
    RolloutState before = state(rollout);
    RolloutState after = change(rollout, state -> withOrder(state, order));
    UUID id = releases.open(before, after, order.reason(), actor, order.gitRevision());
    String subject = rollout + " " + Versions.stable(before) + " -> " + Versions.wanted(after);
    audit.add(actor, "release", subject, order.reason(), "a canary starts", before, after);
    passes.wake();
    return id;
  }

  private static RolloutState withOrder(RolloutState state, ReleaseOrder order) {
    RolloutState changed = RolloutOperations.setTemplate(state, order.template(state));
    boolean sameAgain = changed.equals(state) && isAborted(state);
    return sameAgain ? RolloutOperations.retry(state) : changed;
  }

  /**
   * Goes on: ends a pause or skips the step.
   *
   * @param full skip everything that is left
   */
  @Override
  public String promote(String rollout, boolean full, String reason, String actor) {
    return done(
            rollout,
            full ? "promote-full" : "promote",
            reason,
            actor,
            state -> {
              if (state.rollout().fullyPromoted()) {
                throw Refused.notNow(
                    "nothing-to-promote", "The wanted version serves everybody already.");
              }
              if (isAborted(state) && !full) {
                throw Refused.notNow(
                    "aborted", "The update was aborted: retry it, or promote it in full.");
              }
              return full ? RolloutOperations.promoteFull(state) : RolloutOperations.promote(state);
            })
        .consequence();
  }

  /** Sends everybody back to stable now. */
  @Override
  public String abort(String rollout, String reason, String actor) {
    return done(
            rollout,
            "abort",
            reason,
            actor,
            state -> {
              if (state.rollout().fullyPromoted()
                  || state.rollout().status().stableRS().isEmpty()) {
                throw Refused.notNow("nothing-to-abort", "No update is under way.");
              }
              if (isAborted(state)) {
                throw Refused.notNow("aborted-already", "The update is aborted already.");
              }
              return RolloutOperations.abort(state);
            })
        .consequence();
  }

  /** Ends the watch after a promotion: the new version stays. */
  @Override
  public String accept(String rollout, String reason, String actor) {
    return done(
            rollout,
            "accept",
            reason,
            actor,
            state -> {
              if (state.rollout().status().safeguards().bake() == null) {
                throw Refused.notNow("nothing-to-accept", "No new version is being watched.");
              }
              return SafeguardOperations.accept(state);
            })
        .consequence();
  }

  /** Starts an aborted update again; counts as a new release. */
  @Override
  public String retry(String rollout, String reason, String actor) {
    Done done =
        done(
            rollout,
            "retry",
            reason,
            actor,
            state -> {
              if (!isAborted(state)) {
                throw Refused.notNow("not-aborted", "Only an aborted update can be retried.");
              }
              return RolloutOperations.retry(state);
            });
    releases.open(done.before(), done.after(), reason, actor, null);
    return done.consequence();
  }

  /**
   * Makes an earlier revision the wanted one; counts as a new release unless it only takes a
   * running one back.
   *
   * @param toRevision 0 for the previous one
   */
  @Override
  public String undo(String rollout, int toRevision, String reason, String actor) {
    Done done = done(rollout, "undo", reason, actor, state -> undone(state, toRevision));
    String stable = done.before().rollout().status().stableRS();
    if (!done.after().rollout().spec().template().hash().equals(stable)) {
      releases.open(done.before(), done.after(), reason, actor, null);
    }
    return done.consequence();
  }

  /** Replaces the pods of every revision by others of the same, a few at a time. */
  @Override
  public String restart(String rollout, String reason, String actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return done(
            rollout,
            "restart",
            reason,
            actor,
            state -> {
              if (state.rollout().status().stableRS().isEmpty()) {
                throw Refused.notNow("nothing-to-restart", "No version serves anybody yet.");
              }
              return RolloutOperations.restart(state, now);
            })
        .consequence();
  }

  private static RolloutState undone(RolloutState state, int toRevision) {
    return switch (RolloutOperations.undo(state, toRevision)) {
      case RolloutOperations.Undo.Changed(RolloutState changed) when changed.equals(state) ->
          throw Refused.notNow("nothing-to-undo", "That revision is the wanted one already.");
      case RolloutOperations.Undo.Changed(RolloutState changed) -> changed;
      case RolloutOperations.Undo.Refused(String why) ->
          throw new Refused(
              Kind.UNKNOWN, "revision-unknown", why, "Choose a revision that is listed.");
    };
  }

  /** Any other operation, with its reason and its line in the log. */
  String operate(
      String rollout,
      String action,
      String reason,
      String actor,
      UnaryOperator<RolloutState> operation) {
    return done(rollout, action, reason, actor, operation).consequence();
  }

  private record Done(RolloutState before, RolloutState after, String consequence) {}

  private Done done(
      String rollout,
      String action,
      String reason,
      String actor,
      UnaryOperator<RolloutState> operation) {
    Refused.unlessReason(reason);
    RolloutState before = observed.of(rollout);
    RolloutState after = change(rollout, operation);
    String subject = rollout + " " + Versions.wanted(before);
    String consequence = consequence(action, before);
    audit.add(actor, action, subject, reason, consequence, before, after);
    passes.wake();
    return new Done(before, after, consequence);
  }

  private static String consequence(String action, RolloutState before) {
    int weight = CanaryShare.of(before);
    return switch (action) {
      case "abort" -> "returns " + weight + " % of customers to version " + Versions.stable(before);
      case "promote-full" ->
          "gives the remaining "
              + (100 - weight)
              + " % of customers version "
              + Versions.wanted(before);
      case "accept" -> "version " + Versions.stable(before) + " is watched no longer";
      case "retry" -> "starts again at the first step";
      case "pause" -> "holds everything as it is";
      case "promote", "resume", "skip-step" -> "goes on from " + weight + " %";
      case "skip-all-steps" -> "goes behind the last step";
      case "terminate" -> "ends the analysis with what it measured";
      case "restart" -> "replaces every pod, a few at a time";
      default -> "another version is wanted";
    };
  }

  private RolloutState state(String rollout) {
    return controller.state(rollout).orElseThrow(() -> Refused.unknownRollout(rollout));
  }

  /** What the operation throws leaves the state as it is. */
  private RolloutState change(String rollout, UnaryOperator<RolloutState> operation) {
    return controller.change(rollout, operation).orElseThrow(() -> Refused.unknownRollout(rollout));
  }

  static boolean isAborted(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    return status.abort() || status.abortedAt() != null;
  }
}
