package com.alexandrite.rollouts.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.HeaderRoute;
import com.alexandrite.rollouts.engine.model.HeaderRoute.HeaderMatch;
import com.alexandrite.rollouts.engine.model.HeaderRoute.Kind;
import com.alexandrite.rollouts.local.rig.RunningHaproxy;
import com.alexandrite.rollouts.local.rig.SteadyCustomers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a release does to the edge, under 500 requests a second. */
class NothingDroppedIT {
  private static final String SHOP = "be_shop";
  private static final String CANARY = "be_shop_canary";
  private static final int PER_SECOND = 500;
  private static final int PER_STEP = 100;
  private static final HeaderRoute STAFF =
      new HeaderRoute("staff", List.of(new HeaderMatch("X-Staff", Kind.EXACT, "yes")));

  private RunningHaproxy haproxy;
  private HaproxyRuntime runtime;
  private TinyServer stable;
  private TinyServer canary;
  private TinyServer second;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    haproxy = new RunningHaproxy(folder);
    runtime = haproxy.runtime();
    stable = new TinyServer("stable");
    canary = new TinyServer("canary");
    second = new TinyServer("second");
  }

  @AfterEach
  void stop() {
    haproxy.close();
    stable.close();
    canary.close();
    second.close();
  }

  @Test
  void noRequestIsLostWhileWeightsWalkServersComeAndGoAndTheProxyReloads() throws IOException {
    runtime.apply(SHOP, List.of(pod(stable, 100)));
    try (var customers = new SteadyCustomers(haproxy.port(), PER_SECOND)) {
      customers.awaitMore(PER_STEP);
      for (int percent = 0; percent <= 100; percent += 5) {
        runtime.apply(SHOP, List.of(pod(stable, 100 - percent), pod(canary, percent)));
        alsoAt(percent);
        customers.awaitMore(PER_STEP);
      }
      runtime.apply(SHOP, List.of(leaving(stable), pod(canary, 100)));
      runtime.apply(SHOP, List.of(pod(canary, 100)));
      customers.awaitMore(PER_STEP);
      customers.stop();

      assertThat(customers.failures()).isEmpty();
      assertThat(customers.answers()).containsOnlyKeys("stable", "canary", "second");
    }
  }

  private void alsoAt(int percent) throws IOException {
    switch (percent) {
      case 20 -> {
        runtime.apply(CANARY, List.of(pod(canary, 100)));
        runtime.routeByHeader(SHOP, CANARY, List.of(STAFF));
      }
      case 35 -> runtime.apply(CANARY, List.of(pod(canary, 100), pod(second, 100)));
      case 50 -> haproxy.reload();
      case 65 -> runtime.apply(CANARY, List.of(pod(canary, 100), leaving(second)));
      case 75 -> runtime.apply(CANARY, List.of(pod(canary, 100)));
      case 85 -> {
        runtime.routeByHeader(SHOP, CANARY, List.of());
        runtime.empty(CANARY);
      }
      default -> {}
    }
  }

  private static Endpoint pod(TinyServer server, int weight) {
    return new Endpoint("127.0.0.1", server.port(), server.port(), weight, false);
  }

  private static Endpoint leaving(TinyServer server) {
    return new Endpoint("127.0.0.1", server.port(), server.port(), 0, true);
  }
}
