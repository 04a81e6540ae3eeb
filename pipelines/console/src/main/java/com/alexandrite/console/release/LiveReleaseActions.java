package com.alexandrite.console.release;

import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.ActionRequest;
import com.alexandrite.console.view.ReleaseActions;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What people and programs do to a rollout. Each needs a reason, is refused when the rollout is in
 * no state for it, and leaves a line in the audit log. The loop draws the consequences.
 *
 * <p>All methods throw {@link Refused}.
 */
@Service
public class LiveReleaseActions implements ReleaseActions {
  /** Switches the service-kit's fault injection on, in the pods of this revision only. */
  static final String DRILL = "ALEXANDRITE_DRILL";

  private static final List<String> DRILLS = List.of("errors", "latency");

  private final RolloutController controller;
  private final Releases releases;
  private final TrafficLedger ledger;
  private final AuditLog audit;
  private final ImageCheck images;
  private final InstantSource clock;

  LiveReleaseActions(
      RolloutController controller,
      Releases releases,
      TrafficLedger ledger,
      AuditLog audit,
      ImageCheck images,
      InstantSource clock) {
    this.controller = controller;
    this.releases = releases;
    this.ledger = ledger;
    this.audit = audit;
    this.images = images;
    this.clock = clock;
  }

  @Override
  public ActionOutcome act(ActionRequest request) {
    try {
      return new ActionOutcome.Done(done(request));
    } catch (Refused refusal) {
      return new ActionOutcome.Refused(refusal.detail(), refusal.action());
    }
  }

  private String done(ActionRequest request) {
    String rollout = request.rollout();
    Integer revision = request.toRevision();
    return switch (request.action()) {
      case "promote" -> promote(rollout, false, request.reason(), request.actor());
      case "promote-full" -> promote(rollout, true, request.reason(), request.actor());
      case "abort" -> abort(rollout, request.reason(), request.actor());
      case "retry" -> retry(rollout, request.reason(), request.actor());
      case "undo" ->
          undo(rollout, revision == null ? 0 : revision, request.reason(), request.actor());
      default -> throw new IllegalArgumentException("no action: " + request.action());
    };
  }

  /** Releases a version; a version that was aborted before starts again at its first step. */
  public UUID release(String rollout, ReleaseOrder order, String actor) {
    reasonOf(order.reason());
    images.check(order.image());
    if (order.drill() != null && !DRILLS.contains(order.drill())) {
      throw new Refused(
          Kind.INVALID,
          "drill-unknown",
          "There is no drill " + order.drill() + ".",
          "Use one of " + DRILLS + ".");
    }
    RolloutState before = state(rollout);
    RolloutState after = change(rollout, state -> withOrder(state, order));
    UUID id = begin(before, after, order.reason(), actor, order.gitRevision(), order.drill());
    String subject = rollout + " " + Versions.stable(before) + " -> " + Versions.wanted(after);
    audit.add(actor, "release", subject, order.reason(), "a canary starts", before, after);
    return id;
  }

  private static RolloutState withOrder(RolloutState state, ReleaseOrder order) {
    PodTemplate plain =
        state.rollout().spec().template().withImage(order.image()).withoutEnvironment(DRILL);
    PodTemplate wanted =
        order.drill() == null ? plain : plain.withEnvironment(DRILL, order.drill());
    RolloutState changed = RolloutOperations.setTemplate(state, wanted);
    boolean sameAgain = changed.equals(state) && isAborted(state);
    return sameAgain ? RolloutOperations.retry(state) : changed;
  }

  private UUID begin(
      RolloutState before,
      RolloutState after,
      String reason,
      String actor,
      @Nullable String gitRevision,
      @Nullable String drill) {
    String rollout = after.rollout().name();
    releases.running(rollout).ifPresent(this::replace);
    String fromHash = before.rollout().status().stableRS();
    String toHash = after.rollout().spec().template().hash();
    var release =
        new Release(
            UUID.randomUUID(),
            rollout,
            Versions.stable(before),
            Versions.wanted(after),
            fromHash,
            toHash,
            reason,
            actor,
            gitRevision,
            drill,
            clock.instant(),
            ledger.total(rollout, fromHash),
            ledger.total(rollout, toHash),
            0,
            null,
            null,
            null);
    releases.begin(release);
    return release.id();
  }

  private void replace(Release old) {
    releases.end(
        old.id(),
        new Release.End(
            Release.Outcome.FAILED,
            "replaced by a newer release",
            clock.instant(),
            ledger.total(old.rollout(), old.fromHash()).since(old.stableBefore()),
            ledger.total(old.rollout(), old.toHash()).since(old.canaryBefore())));
  }

  /**
   * Goes on: ends a pause or skips the step.
   *
   * @param full skip everything that is left
   */
  public String promote(String rollout, boolean full, String reason, String actor) {
    return act(
        rollout,
        full ? "promote-full" : "promote",
        reason,
        actor,
        state -> {
          if (state.rollout().fullyPromoted()) {
            throw notNow("nothing-to-promote", "The wanted version serves everybody already.");
          }
          if (isAborted(state) && !full) {
            throw notNow("aborted", "The update was aborted: retry it, or promote it in full.");
          }
          return full ? RolloutOperations.promoteFull(state) : RolloutOperations.promote(state);
        });
  }

  /** Sends everybody back to stable now. */
  public String abort(String rollout, String reason, String actor) {
    return act(
        rollout,
        "abort",
        reason,
        actor,
        state -> {
          if (state.rollout().fullyPromoted() || state.rollout().status().stableRS().isEmpty()) {
            throw notNow("nothing-to-abort", "No update is under way.");
          }
          if (isAborted(state)) {
            throw notNow("aborted", "The update is aborted already.");
          }
          return RolloutOperations.abort(state);
        });
  }

  /** Starts an aborted update again; counts as a new release. */
  public String retry(String rollout, String reason, String actor) {
    RolloutState before = state(rollout);
    String consequence =
        act(
            rollout,
            "retry",
            reason,
            actor,
            state -> {
              if (!isAborted(state)) {
                throw notNow("not-aborted", "Only an aborted update can be retried.");
              }
              return RolloutOperations.retry(state);
            });
    begin(before, state(rollout), reason, actor, null, drillOf(before));
    return consequence;
  }

  /**
   * Makes an earlier revision the wanted one; counts as a new release unless it only takes a
   * running one back.
   *
   * @param toRevision 0 for the previous one
   */
  public String undo(String rollout, int toRevision, String reason, String actor) {
    RolloutState before = state(rollout);
    String consequence = act(rollout, "undo", reason, actor, state -> undone(state, toRevision));
    RolloutState after = state(rollout);
    boolean backToStable =
        after.rollout().spec().template().hash().equals(before.rollout().status().stableRS());
    if (!backToStable) {
      begin(before, after, reason, actor, null, drillOf(after));
    }
    return consequence;
  }

  private static RolloutState undone(RolloutState state, int toRevision) {
    return switch (RolloutOperations.undo(state, toRevision)) {
      case RolloutOperations.Undo.Changed(RolloutState changed) when changed.equals(state) ->
          throw notNow("nothing-to-undo", "That revision is the wanted one already.");
      case RolloutOperations.Undo.Changed(RolloutState changed) -> changed;
      case RolloutOperations.Undo.Refused(String why) ->
          throw new Refused(
              Kind.UNKNOWN, "revision-unknown", why, "Choose a revision that is listed.");
    };
  }

  private String act(
      String rollout,
      String action,
      String reason,
      String actor,
      UnaryOperator<RolloutState> operation) {
    reasonOf(reason);
    RolloutState before = state(rollout);
    RolloutState after = change(rollout, operation);
    String subject = rollout + " " + Versions.wanted(before);
    String consequence = consequence(action, before);
    audit.add(actor, action, subject, reason, consequence, before, after);
    return consequence;
  }

  private static String consequence(String action, RolloutState before) {
    int weight = before.rollout().status().canaryWeight();
    return switch (action) {
      case "abort" -> "returns " + weight + " % of customers to version " + Versions.stable(before);
      case "promote-full" ->
          "gives the remaining "
              + (100 - weight)
              + " % of customers version "
              + Versions.wanted(before);
      case "promote" -> "goes on from " + weight + " %";
      case "retry" -> "starts again at the first step";
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

  private static void reasonOf(String reason) {
    if (reason.isBlank()) {
      throw new Refused(
          Kind.INVALID, "reason-missing", "A reason is needed.", "Say in a few words why.");
    }
  }

  private static Refused notNow(String code, String detail) {
    return new Refused(Kind.NOT_NOW, code, detail, "Look at the rollout's present state.");
  }

  private static boolean isAborted(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    return status.abort() || status.abortedAt() != null;
  }

  private static @Nullable String drillOf(RolloutState state) {
    return state.rollout().spec().template().container().env().get(DRILL);
  }
}
