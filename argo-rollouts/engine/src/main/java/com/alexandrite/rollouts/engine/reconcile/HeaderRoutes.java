package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetHeaderRoute;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.HeaderRoute;
import com.alexandrite.rollouts.engine.model.HeaderRoute.HeaderMatch;
import com.alexandrite.rollouts.engine.model.HeaderRoute.Kind;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the header routes that are set now say. The status holds their names; the step that set a
 * route last says which requests it means.
 */
final class HeaderRoutes {

  private HeaderRoutes() {}

  /** The routes that are set, in the order in which they were. */
  static List<HeaderRoute> of(RolloutState state) {
    return state.rollout().status().canary().routes().stream()
        .flatMap(name -> route(state, name).stream())
        .toList();
  }

  /** A route that the present steps no longer know is none; nor is a mirror route. */
  private static Optional<HeaderRoute> route(RolloutState state, String name) {
    RolloutStatus status = state.rollout().status();
    List<CanaryStep> steps = state.rollout().spec().canary().steps();
    Integer index = status.currentStepIndex();
    int current = index == null ? steps.size() - 1 : Math.min(index, steps.size() - 1);
    // Where the steps changed meanwhile, the step may be a later one.
    IntStream order =
        IntStream.concat(
            IntStream.rangeClosed(0, current).map(i -> current - i),
            IntStream.range(current + 1, steps.size()));
    return order
        .mapToObj(steps::get)
        .flatMap(step -> step instanceof SetHeaderRoute route ? Stream.of(route) : Stream.of())
        .filter(route -> route.name().equals(name) && !route.match().isEmpty())
        .findFirst()
        .map(route ->
            new HeaderRoute(name, route.match().stream().map(HeaderRoutes::match).toList()));
  }

  private static HeaderMatch match(Map<String, Object> written) {
    Map<String, Object> value = Data.map(written.get("headerValue"));
    for (Kind kind : Kind.values()) {
      String text = Data.text(value.get(kind.name().toLowerCase(Locale.ROOT)));
      if (!text.isEmpty()) {
        return new HeaderMatch(Data.text(written.get("headerName")), kind, text);
      }
    }
    return new HeaderMatch(Data.text(written.get("headerName")), Kind.EXACT, "");
  }
}
