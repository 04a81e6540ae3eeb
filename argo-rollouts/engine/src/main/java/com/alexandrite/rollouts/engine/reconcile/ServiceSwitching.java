package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.ServiceSelection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points the two Services to the revisions that they stand for. */
final class ServiceSwitching {

  private final Pass pass;

  ServiceSwitching(Pass pass) {
    this.pass = pass;
  }

  void switchServices() {
    select(pass.canary().stableService(), pass.stable(), true);
    if (pass.pauses.aborted()) {
      if (!pass.trafficRouted()) {
        select(pass.canary().canaryService(), pass.stable(), true);
      }
      // With a router the canary's Service goes back to stable together with the traffic.
      return;
    }
    if (DesiredWeight.rollingBackDynamically(pass) != null) {
      // Stable may still be too small for all the traffic: the switch waits until it has grown.
      return;
    }
    select(pass.canary().canaryService(), pass.desired(), true);
  }

  /**
   * Points a Service to a revision that has pods to answer.
   *
   * @param checkAvailability a Service that was never managed is even switched only when every pod
   *     is available
   */
  void select(String name, @Nullable Revision revision, boolean checkAvailability) {
    ServiceSelection service = pass.state.service(name).orElse(null);
    if (revision == null || service == null || revision.hash().equals(service.hash())) {
      return;
    }
    boolean adopting = service.hash() == null;
    boolean answers = adopting ? revision.fullyAvailable() : revision.available() > 0;
    if (checkAvailability && !answers) {
      return;
    }
    point(name, revision.hash());
  }

  /** Points a Service to a revision, unless it is there already. */
  void point(String name, String hash) {
    ServiceSelection service = pass.state.service(name).orElse(null);
    if (service == null || hash.equals(service.hash())) {
      return;
    }
    ServiceSelection pointed = service.withHash(hash);
    pass.state =
        pass.state.withServices(
            pass.state.services().stream()
                .map(it -> it.name().equals(name) ? pointed : it)
                .toList());
    pass.act(new Action.SelectService(name, hash));
    Splits.leadingTo(pass.state, pointed)
        .ifPresent(split -> pass.act(new Action.RouteTraffic(split)));
    pass.tell(
        Words.SWITCH_SERVICE,
        "Switched selector for service '%s' from '%s' to '%s'"
            .formatted(name, Objects.requireNonNullElse(service.hash(), ""), hash));
  }
}
