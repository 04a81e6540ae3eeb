package com.alexandrite.console.release;

import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.ActionRequest;
import com.alexandrite.console.view.ReleaseActions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Actions that people ask for on a page, by name. */
@Service
class RequestedActions implements ReleaseActions {
  private final RolloutOrders orders;
  private final RolloutControls controls;

  RequestedActions(RolloutOrders orders, RolloutControls controls) {
    this.orders = orders;
    this.controls = controls;
  }

  @Override
  public ActionOutcome act(ActionRequest request) {
    try {
      follow(request, request.rollout(), request.reason(), request.actor());
      return new ActionOutcome.Done();
    } catch (Refused refusal) {
      return new ActionOutcome.Refused(refusal.code(), refusal.detail(), refusal.action());
    }
  }

  private void follow(ActionRequest request, String rollout, String reason, String actor) {
    switch (request.action()) {
      case "promote" -> orders.promote(rollout, false, reason, actor);
      case "promote-full" -> orders.promote(rollout, true, reason, actor);
      case "abort" -> orders.abort(rollout, reason, actor);
      case "accept" -> orders.accept(rollout, reason, actor);
      case "retry" -> orders.retry(rollout, reason, actor);
      case "undo" -> orders.undo(rollout, revision(request.toRevision()), reason, actor);
      case "restart" -> orders.restart(rollout, reason, actor);
      case "set-image" -> orders.release(rollout, order(request), actor);
      case "pause" -> controls.pause(rollout, reason, actor);
      case "resume" -> controls.resume(rollout, reason, actor);
      case "skip-step" -> controls.skip(rollout, false, reason, actor);
      default -> throw new IllegalArgumentException("no action: " + request.action());
    }
  }

  private static int revision(@Nullable Integer asked) {
    return asked == null ? 0 : asked;
  }

  private static ReleaseOrder order(ActionRequest request) {
    String image = request.image();
    if (image == null || image.isBlank()) {
      throw new Refused(
          Kind.INVALID, "image-missing", "No image is named.", "Name one, such as shop:7.");
    }
    return new ReleaseOrder(image.strip(), null, null, request.reason());
  }
}
