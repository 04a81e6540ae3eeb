package com.alexandrite.rollouts.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.rollouts.local.haproxy.ServerSlot.Mode;
import com.alexandrite.rollouts.local.rig.Customers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HaproxyRuntimeIT extends BehindHaproxy {

  @Test
  void weightsAreExact() throws Exception {
    runtime.apply(SHOP, List.of(pod(stable, 9), pod(canary, 1)));

    Map<String, Integer> answers;
    try (var customers = new Customers(haproxy.port())) {
      answers = customers.send(1000);
    }

    assertThat(answers).isEqualTo(Map.of("stable", 900, "canary", 100));
    assertThat(runtime.counters(SHOP))
        .filteredOn(counters -> counters.requests() > 0)
        .extracting(ServerCounters::requests, ServerCounters::failures)
        .containsExactlyInAnyOrder(tuple(900L, 0L), tuple(100L, 0L));
  }

  @Test
  void changesUnderLoadLoseNoRequest() throws Exception {
    runtime.apply(SHOP, List.of(pod(stable, 100)));
    try (var customers = new Customers(haproxy.port())) {
      customers.keepSending(8);
      for (int round = 0; round < 60; round++) {
        int percent = round * 7 % 101;
        runtime.apply(SHOP, List.of(pod(stable, 100 - percent), pod(canary, percent)));
        customers.awaitMore(30);
        runtime.apply(SHOP, List.of(pod(stable, 100), leaving(canary)));
        runtime.apply(SHOP, List.of(pod(stable, 100)));
      }
      customers.stop();

      assertThat(customers.failures()).isEmpty();
      assertThat(customers.answers()).containsKeys("stable", "canary");
    }
  }

  @Test
  void aKilledProxyComesBackWithServersAndWeights() throws Exception {
    runtime.apply(SHOP, List.of(pod(stable, 3), pod(canary, 1)));
    List<ServerSlot> before = runtime.slots(SHOP);

    haproxy.kill();
    assertThatThrownBy(() -> runtime.slots(SHOP)).isInstanceOf(HaproxyUnavailable.class);
    haproxy.restart();

    assertThat(runtime.slots(SHOP)).isEqualTo(before);
    try (var customers = new Customers(haproxy.port())) {
      assertThat(customers.send(400)).isEqualTo(Map.of("stable", 300, "canary", 100));
    }
  }

  @Test
  void aProxyThatLostItsStateGetsItAgain() throws Exception {
    runtime.apply(SHOP, List.of(pod(stable, 3)));
    haproxy.kill();
    Files.delete(haproxy.stateFile());
    haproxy.restart();
    assertThat(runtime.slots(SHOP)).allMatch(slot -> slot.mode() == Mode.MAINTENANCE);

    assertThat(runtime.apply(SHOP, List.of(pod(stable, 3)))).isTrue();
    assertThat(runtime.apply(SHOP, List.of(pod(stable, 3)))).isFalse();
  }

  @Test
  void unknownBackendIsRefusedByName() {
    assertThatThrownBy(() -> runtime.slots("be_nothing"))
        .isInstanceOf(HaproxyRefusal.class)
        .hasMessageContaining("be_nothing");
  }

  private static Endpoint leaving(TinyServer server) {
    return new Endpoint("127.0.0.1", server.port(), server.port(), 0, true);
  }
}
