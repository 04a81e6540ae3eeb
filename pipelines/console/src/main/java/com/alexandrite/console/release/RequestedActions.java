package com.alexandrite.console.release;

import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.ActionRequest;
import com.alexandrite.console.view.ReleaseActions;
import org.springframework.stereotype.Service;

/** Actions that people ask for on a page, by name. */
@Service
class RequestedActions implements ReleaseActions {
  private final RolloutOrders actions;

  RequestedActions(RolloutOrders actions) {
    this.actions = actions;
  }

  @Override
  public ActionOutcome act(ActionRequest request) {
    try {
      return new ActionOutcome.Done(follow(request));
    } catch (Refused refusal) {
      return new ActionOutcome.Refused(refusal.code(), refusal.detail(), refusal.action());
    }
  }

  private String follow(ActionRequest request) {
    String rollout = request.rollout();
    Integer revision = request.toRevision();
    return switch (request.action()) {
      case "promote" -> actions.promote(rollout, false, request.reason(), request.actor());
      case "promote-full" -> actions.promote(rollout, true, request.reason(), request.actor());
      case "abort" -> actions.abort(rollout, request.reason(), request.actor());
      case "accept" -> actions.accept(rollout, request.reason(), request.actor());
      case "retry" -> actions.retry(rollout, request.reason(), request.actor());
      case "undo" ->
          actions.undo(rollout, revision == null ? 0 : revision, request.reason(), request.actor());
      default -> throw new IllegalArgumentException("no action: " + request.action());
    };
  }
}
