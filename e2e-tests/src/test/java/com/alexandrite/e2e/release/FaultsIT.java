package com.alexandrite.e2e.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.CommandLine.Ended;
import com.alexandrite.e2e.scenario.Crowd;
import com.alexandrite.e2e.scenario.Customer;
import com.alexandrite.e2e.scenario.Eventually;
import com.alexandrite.e2e.scenario.Platform;
import com.alexandrite.e2e.scenario.ReleaseManager;
import com.alexandrite.e2e.scenario.Saboteur;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} in the middle of a release: it ends in a defined state, and no accepted order is
 * lost.
 */
@Tag("faults")
class FaultsIT {
  private static final int RATE = 20;
  private static final Set<String> AFTER_PLACING =
      Set.of(
          "SUBMITTED",
          "PRICE_CALCULATED",
          "MANUFACTURING_APPROVED",
          "MANUFACTURING_STARTED",
          "MANUFACTURING_COMPLETED",
          "PACKAGING",
          "SHIPPED",
          "CLOSED");

  private final Platform platform = Platform.running();
  private final ReleaseManager rita = platform.releaseManager();

  @Test
  void theConsoleIsKilled() {
    duringARelease((saboteur, _) -> saboteur.kills("console"));
  }

  @Test
  void haproxyIsKilled() {
    duringARelease((saboteur, _) -> saboteur.kills("haproxy"));
  }

  @Test
  void theBrokerIsKilled() {
    duringARelease((saboteur, _) -> saboteur.kills("rabbitmq"));
  }

  @Test
  void aStableProcessIsKilled() {
    duringARelease(
        (saboteur, rollout) -> saboteur.killsAShopOfVersion(rollout.path("stable").asString()));
  }

  @Test
  void aCanaryProcessIsKilled() {
    duringARelease(
        (saboteur, rollout) -> saboteur.killsAShopOfVersion(rollout.path("canary").asString()));
  }

  private void duringARelease(BiConsumer<Saboteur, JsonNode> fault) {
    try (Crowd customers = platform.crowd(RATE)) {
      customers.isServed(RATE);
      CompletableFuture<Ended> release = rita.beginsARelease();
      fault.accept(platform.saboteur(), rita.seesTheCanaryServe());
      Ended ended = release.join();

      assertThat(ended.result().path("outcome").asString())
          .as(ended.log())
          .isIn("Promoted", "RolledBack");
      assertDefinedState(ended.result());
      customers.leaves();
      assertNoAcceptedOrderIsLost(customers);
    }
  }

  private void assertDefinedState(JsonNode result) {
    JsonNode rollout = rita.seesTheRolloutAtRest();
    boolean promoted = result.path("outcome").asString().equals("Promoted");
    String serving = result.path(promoted ? "toVersion" : "fromVersion").asString();
    assertThat(rollout.path("stable").asString()).isEqualTo(serving);
    assertThat(rollout.path("phase").asString()).isEqualTo(promoted ? "Healthy" : "Degraded");
  }

  private void assertNoAcceptedOrderIsLost(Crowd customers) {
    Map<String, Customer> signedIn = new HashMap<>();
    assertThat(customers.acceptedOrders()).isNotEmpty();
    for (Crowd.Accepted order : customers.acceptedOrders()) {
      Customer customer = signedIn.computeIfAbsent(order.customer(), platform::customer);
      Eventually.see(
          order + " is in the Shop with a state after placing",
          Duration.ofSeconds(30),
          () -> customer.sees(order.orderId()),
          seen -> seen.statusCode() == 200 && AFTER_PLACING.contains(seen.path("state")));
    }
  }
}
