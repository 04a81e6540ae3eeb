package com.alexandrite.rollouts.engine.port;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.HeaderRoute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the traffic between revisions. Calls are idempotent; a failed call is repeated. */
public interface TrafficRouter {

  /** Send the traffic as this says from now on, without dropping a connection. */
  void route(TrafficSplit split);

  /** Whether the split is in effect; null = this router can't tell. */
  @Nullable Boolean verify(TrafficSplit split);

  /** Let the service select the pods of this revision. */
  void selectService(String service, String hash);

  /**
   * A wanted split.
   *
   * @param httpRoutes names of the HTTPRoutes that carry the traffic
   * @param canaryService backend with weight {@code canaryWeight}
   * @param canaryHash revision behind it; empty = none
   * @param stableService backend with the rest of the weight
   * @param stableHash revision behind it; empty = none
   * @param canaryWeight 0 to {@code fullWeight}
   * @param routes names of the header and mirror routes that are to be set, in their order
   * @param headerRoutes what the header routes among them say
   * @param additional shares of further groups of pods, taken from the stable arm's
   * @param fullWeight the weight that means all traffic
   */
  record TrafficSplit(
      String rollout,
      String namespace,
      List<String> httpRoutes,
      String canaryService,
      String canaryHash,
      String stableService,
      String stableHash,
      int canaryWeight,
      List<String> routes,
      List<HeaderRoute> headerRoutes,
      List<Share> additional,
      int fullWeight) {

    public TrafficSplit {
      additional = List.copyOf(additional);
      httpRoutes = List.copyOf(httpRoutes);
      routes = List.copyOf(routes);
      headerRoutes = List.copyOf(headerRoutes);
      if (canaryWeight < 0 || canaryWeight > fullWeight) {
        throw new IllegalArgumentException(
            "weight " + canaryWeight + " is not in 0.." + fullWeight);
      }
    }

    /** A split between the two arms alone, in percent. */
    public TrafficSplit(
        String rollout,
        String namespace,
        List<String> httpRoutes,
        String canaryService,
        String canaryHash,
        String stableService,
        String stableHash,
        int canaryWeight,
        List<String> routes) {
      this(
          rollout,
          namespace,
          httpRoutes,
          canaryService,
          canaryHash,
          stableService,
          stableHash,
          canaryWeight,
          routes,
          List.of(),
          List.of(),
          TrafficRouting.PERCENT);
    }

    /** The stable arm's share: what the others leave. */
    public int stableWeight() {
      int given = canaryWeight + additional.stream().mapToInt(Share::weight).sum();
      return Math.max(0, fullWeight - given);
    }
  }

  /** A group of pods with a Service and a share of its own, in percent. */
  record Share(String service, String hash, int weight) {}
}
