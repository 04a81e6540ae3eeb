package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetHeaderRoute;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.HeaderRoute;
import com.alexandrite.rollouts.engine.model.HeaderRoute.HeaderMatch;
import com.alexandrite.rollouts.engine.model.HeaderRoute.Kind;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the router is told of header routes, from the step that sets one to its end. */
class HeaderRoutesTest {

  private static final ManifestSet SHOP = ShopManifests.accepted();
  private static final Pause WAIT = new Pause(null);
  private static final HeaderRoute STAFF = route("staff", Kind.EXACT, "yes");
  private static final HeaderRoute BETA = route("beta", Kind.PREFIX, "b");

  private final VirtualClock clock = new VirtualClock(Simulation.START);
  private final RecordingRouter router = new RecordingRouter(clock, RecordingRouter.Plan.NONE);
  private final RolloutController controller =
      new RolloutController(
          new InMemoryRolloutStore(),
          new InMemoryWorkload(),
          router,
          new ScriptedMetrics(clock, Map.of()),
          clock,
          (state, event) -> {});

  @BeforeEach
  void updated() {
    controller.create(
        SHOP.initialState()
            .withSpec(spec ->
                spec.withCanary(
                    managing(spec.canary())
                        .withSteps(
                            List.of(
                                new CanaryStep.SetWeight(10),
                                set("staff", "exact", "yes"),
                                WAIT,
                                set("beta", "prefix", "b"),
                                WAIT,
                                new SetHeaderRoute("staff", List.of()),
                                WAIT,
                                set("beta", "regex", "b+"),
                                WAIT)))));
    controller.run("shop");
    then(state -> RolloutOperations.setImage(state, "alexandrite/shop:2"));
  }

  @Test
  void areSetAndRemovedByTheirSteps() {
    assertThat(told()).containsExactly(STAFF);
    then(RolloutOperations::promote);
    assertThat(told()).containsExactly(STAFF, BETA);
    then(RolloutOperations::promote);
    assertThat(told()).containsExactly(BETA);
    then(RolloutOperations::promote);
    assertThat(HeaderRoutes.of(controller.state("shop").orElseThrow()))
        .containsExactly(route("beta", Kind.REGEX, "b+"));
    then(RolloutOperations::promote);
    assertThat(told()).isEmpty();
  }

  @Test
  void endWithAnAbort() {
    then(RolloutOperations::abort);
    assertThat(told()).isEmpty();
  }

  @Test
  void endWithAFullPromotion() {
    then(RolloutOperations::promoteFull);
    assertThat(told()).isEmpty();
  }

  private void then(UnaryOperator<RolloutState> operation) {
    controller.change("shop", operation);
    for (int i = 0; i < 20; i++) {
      controller.run("shop");
      clock.moveTo(clock.instant().plus(Duration.ofSeconds(15)));
    }
  }

  private List<HeaderRoute> told() {
    return router.split().orElseThrow().headerRoutes();
  }

  private static CanaryStrategy managing(CanaryStrategy canary) {
    TrafficRouting routing = Objects.requireNonNull(canary.trafficRouting());
    return new CanaryStrategy(
        canary.canaryService(),
        canary.stableService(),
        canary.steps(),
        new TrafficRouting(
            routing.plugin(),
            routing.httpRoutes(),
            routing.namespace(),
            List.of("staff", "beta"),
            routing.maxTrafficWeight()),
        canary.maxSurge(),
        canary.maxUnavailable(),
        null,
        canary.scaleDownDelaySeconds(),
        canary.scaleDownDelayRevisionLimit(),
        canary.abortScaleDownDelaySeconds(),
        canary.dynamicStableScale(),
        canary.minPodsPerReplicaSet(),
        canary.replicaProgressThreshold(),
        canary.stepHash());
  }

  private static SetHeaderRoute set(String name, String kind, String value) {
    return new SetHeaderRoute(
        name, List.of(Map.of("headerName", "X-Shop", "headerValue", Map.of(kind, value))));
  }

  private static HeaderRoute route(String name, Kind kind, String value) {
    return new HeaderRoute(name, List.of(new HeaderMatch("X-Shop", kind, value)));
  }
}
