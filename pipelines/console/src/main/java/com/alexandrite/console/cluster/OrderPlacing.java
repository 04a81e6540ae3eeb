package com.alexandrite.console.cluster;

import com.alexandrite.console.cluster.ClusterOrders.Sending;
import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.kubernetes.ClusterFailure;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import com.alexandrite.rollouts.kubernetes.RolloutSteering.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Sends an order and waits until the watch has seen it, so that who asked sees what he did. */
@Component
@OnCluster
class OrderPlacing {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final RolloutCluster cluster;

  OrderPlacing(RolloutCluster cluster) {
    this.cluster = cluster;
  }

  /** The rollout after it; throws {@link Refused} when the cluster did not take the order. */
  ClusterRollout place(ClusterRollout before, Sending sending) {
    ClusterObject rollout = before.object();
    Outcome outcome;
    try {
      outcome = sending.send(rollout.namespace(), rollout.name());
    } catch (ClusterFailure failure) {
      throw refused(failure);
    }
    return switch (outcome) {
      case Outcome.Unchanged(String why) -> throw Refused.notNow("unchanged", why);
      case Outcome.Refused(String code, String why) ->
          throw new Refused(Kind.INVALID, code, why, "Look at the rollout's present state.");
      case Outcome.Taken _ -> awaitChange(before);
    };
  }

  private ClusterRollout awaitChange(ClusterRollout before) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ClusterRollout now = before;
    while (now.sight().equals(before.sight()) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      now =
          cluster
              .rollout(before.object().namespace(), before.object().name())
              .map(ClusterRollout::new)
              .orElse(before);
    }
    return now;
  }

  private static Refused refused(ClusterFailure failure) {
    Kind kind =
        switch (failure.kind()) {
          case NOT_FOUND -> Kind.UNKNOWN;
          case CONFLICT -> Kind.NOT_NOW;
          case INVALID -> Kind.INVALID;
          case UNREACHABLE, UNAUTHENTICATED, FORBIDDEN -> Kind.AWAY;
        };
    String code = "cluster-" + failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Refused(kind, code, failure.getMessage() + "", failure.kind().advice());
  }
}
