package com.alexandrite.rollouts.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.rollouts.local.haproxy.ServerSlot.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotPlanTest {
  private static final ServerSlot FREE = slot("shop2", 1, 1, Mode.MAINTENANCE);

  @Test
  void newcomersAndRisesComeBeforeFallsAndRemovals() {
    var held = slot("shop1", 9001, 100, Mode.READY);
    var gone = slot("shop3", 9003, 1, Mode.READY);

    List<String> commands =
        SlotPlan.commands(
            "be_shop", List.of(held, FREE, gone), List.of(pod(9001, 9), pod(9002, 1)));

    assertThat(commands)
        .containsExactly(
            "set server be_shop/shop2 addr 127.0.0.1 port 9002",
            "set server be_shop/shop2 check-port 19002",
            "set server be_shop/shop2 weight 1",
            "set server be_shop/shop2 state ready",
            "set server be_shop/shop1 weight 9",
            "set server be_shop/shop3 state maint");
  }

  @Test
  void nothingToDoIsNoCommand() {
    var held = slot("shop1", 9001, 100, Mode.READY);

    assertThat(SlotPlan.commands("be_shop", List.of(held, FREE), List.of(pod(9001, 100))))
        .isEmpty();
  }

  @Test
  void aLeavingPodDrainsAndReturnsWhenItStays() {
    var held = slot("shop1", 9001, 1, Mode.READY);
    var other = slot("shop2", 9002, 1, Mode.READY);
    var leaving = new Endpoint("127.0.0.1", 9001, 19001, 1, true);

    assertThat(SlotPlan.commands("be_shop", List.of(held, other), List.of(leaving, pod(9002, 1))))
        .containsExactly("set server be_shop/shop1 state drain");
    var drained = slot("shop1", 9001, 1, Mode.DRAIN);
    assertThat(
            SlotPlan.commands(
                "be_shop", List.of(drained, other), List.of(pod(9001, 1), pod(9002, 1))))
        .containsExactly("set server be_shop/shop1 state ready");
  }

  @Test
  void aPlanWithoutServersKeepsTheLastOnes() {
    var held = slot("shop1", 9001, 1, Mode.READY);

    assertThat(SlotPlan.commands("be_shop", List.of(held), List.of())).isEmpty();
    assertThat(SlotPlan.commands("be_shop", List.of(held), List.of(pod(9002, 0)))).isEmpty();
  }

  @Test
  void tooManyPodsAreRefused() {
    assertThatThrownBy(() ->
            SlotPlan.commands(
                "be_shop",
                List.of(slot("shop1", 9001, 1, Mode.READY)),
                List.of(pod(9001, 1), pod(9002, 1))))
        .isInstanceOf(HaproxyRefusal.class)
        .hasMessageContaining("no free slot");
  }

  private static Endpoint pod(int port, int weight) {
    return new Endpoint("127.0.0.1", port, port + 10_000, weight, false);
  }

  private static ServerSlot slot(String name, int port, int weight, Mode mode) {
    return new ServerSlot(name, "127.0.0.1", port, port + 10_000, weight, mode, true);
  }
}
