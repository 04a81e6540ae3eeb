package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.operation.PossibleActions;
import com.alexandrite.rollouts.engine.operation.RolloutAction;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
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
    return release(rollout, order, actor, _ -> {});
  }

  /**
   * The same, if it is still right.
   *
   * @param check looks at the very state that is changed; what it throws leaves that as it is
   */
  UUID release(String rollout, ReleaseOrder order, String actor, Consumer<RolloutState> check) {
    Refused.unlessReason(order.reason());
    images.check(order.image());
    Drills.check(order.drill());
    RolloutState before = state(rollout);
    RolloutState after =
        change(
            rollout,
            state -> {
              check.accept(state);
              return withOrder(state, order);
            });
    UUID id = releases.open(before, after, order.reason(), actor, order.gitRevision());
    String subject = rollout + " " + Versions.stable(before) + " -> " + Versions.wanted(after);
    audit.add(actor, "release", subject, order.reason(), "a canary starts", before, after);
    passes.wake();
    return id;
  }

  private static RolloutState withOrder(RolloutState state, ReleaseOrder order) {
    RolloutState changed = RolloutOperations.setTemplate(state, order.template(state));
    boolean sameAgain = changed.equals(state) && state.rollout().status().aborted();
    return sameAgain ? RolloutOperations.retry(state) : changed;
  }

  /**
   * Goes on: ends a pause or skips the step.
   *
   * @param full skip everything that is left
   */
  @Override
  public String promote(String rollout, boolean full, String reason, String actor) {
    return full
        ? act(rollout, RolloutAction.PROMOTE_FULL, reason, actor, RolloutOperations::promoteFull)
        : act(rollout, RolloutAction.PROMOTE, reason, actor, RolloutOperations::promote);
  }

  /** Sends everybody back to stable now. */
  @Override
  public String abort(String rollout, String reason, String actor) {
    return act(rollout, RolloutAction.ABORT, reason, actor, RolloutOperations::abort);
  }

  /** Ends the watch after a promotion: the new version stays. */
  @Override
  public String accept(String rollout, String reason, String actor) {
    return act(rollout, RolloutAction.ACCEPT, reason, actor, SafeguardOperations::accept);
  }

  /** Starts an aborted update again; counts as a new release. */
  @Override
  public String retry(String rollout, String reason, String actor) {
    Done done =
        done(
            rollout,
            RolloutAction.RETRY.text(),
            reason,
            actor,
            right(RolloutAction.RETRY, RolloutOperations::retry));
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
    Done done =
        done(rollout, RolloutAction.UNDO.text(), reason, actor, state -> undone(state, toRevision));
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
    return act(
        rollout,
        RolloutAction.RESTART,
        reason,
        actor,
        state -> RolloutOperations.restart(state, now));
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

  /** Does it if it is right in the present state. */
  String act(
      String rollout,
      RolloutAction action,
      String reason,
      String actor,
      UnaryOperator<RolloutState> operation) {
    return operate(rollout, action.text(), reason, actor, right(action, operation));
  }

  /** Does it, with its reason and its line in the log. */
  String operate(
      String rollout,
      String action,
      String reason,
      String actor,
      UnaryOperator<RolloutState> operation) {
    return done(rollout, action, reason, actor, operation).consequence();
  }

  private static UnaryOperator<RolloutState> right(
      RolloutAction action, UnaryOperator<RolloutState> operation) {
    return state -> {
      Refused.unlessRight(PossibleActions.of(state), action);
      return operation.apply(state);
    };
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
    String consequence = Following.from(action, before);
    audit.add(actor, action, subject, reason, consequence, before, after);
    passes.wake();
    return new Done(before, after, consequence);
  }

  private RolloutState state(String rollout) {
    return controller.state(rollout).orElseThrow(() -> Refused.unknownRollout(rollout));
  }

  /** What the operation throws leaves the state as it is. */
  private RolloutState change(String rollout, UnaryOperator<RolloutState> operation) {
    return controller.change(rollout, operation).orElseThrow(() -> Refused.unknownRollout(rollout));
  }
}
