package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import org.jspecify.annotations.Nullable;

/** Points the preview Service to what is to come, and the active one to what serves. */
final class BlueGreenServices {

  private final Pass pass;
  private final BlueGreenPausing pausing;
  private final BlueGreenAnalysis analysis;

  BlueGreenServices(Pass pass, BlueGreenPausing pausing, BlueGreenAnalysis analysis) {
    this.pass = pass;
    this.pausing = pausing;
    this.analysis = analysis;
  }

  /** The revision that a Service selects now, decisions of this pass included; null = none yet. */
  static @Nullable String selected(RolloutState state, String service) {
    return state.service(service).map(ServiceSelection::hash).orElse(null);
  }

  /** The preview Service follows the wanted revision at once, also before it has pods. */
  void showPreview() {
    Revision desired = pass.desired();
    if (desired != null && !pass.halted()) {
      new ServiceSwitching(pass).point(pass.blueGreen().previewService(), desired.hash());
    }
  }

  /** One switch moves all customers; it happens only towards pods that can carry them. */
  void switchActive() {
    Revision desired = pass.desired();
    if (desired == null || pass.halted() || !whole(desired)) {
      return;
    }
    String target = target(desired);
    if (target != null) {
      new ServiceSwitching(pass).point(pass.blueGreen().activeService(), target);
    }
  }

  private boolean whole(Revision desired) {
    return new PreviewSize(pass).reached(desired) && desired.saturates(pass.spec().replicas());
  }

  private @Nullable String target(Revision desired) {
    if (pass.old().abort()) {
      return pass.old().stableRS();
    }
    boolean promoted =
        new BlueGreenPromotion(pass).fastTracked()
            || (pausing.over() && analysis.prePromotionDone());
    return promoted ? desired.hash() : selected(pass.state, pass.blueGreen().activeService());
  }
}
