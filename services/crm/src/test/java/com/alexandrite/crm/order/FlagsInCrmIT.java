package com.alexandrite.crm.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.flags.testing.FixedFlags;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What sellers see and promise, in both states of each flag of CRM. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "alexandrite.accounts.password=secret"})
class FlagsInCrmIT {

  private static final Instant PLACED = Instant.parse("2026-11-22T10:00:00Z");

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @Autowired private FixedFlags flags;
  @Autowired private FollowingOrder following;
  @Autowired private SellerOrders orders;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void begin() {
    Features.ALL.forEach(flag -> flags.set(flag, flag.fallback()));
  }

  @Test
  void quickApprove() {
    UUID order = placed(null);
    Seller vera = new Seller(port, "vera");
    String button = "/orders/" + order + "/quick-approve";

    flags.off(Features.QUICK_APPROVE);
    assertThat(vera.get("/").body()).doesNotContain(button).contains("/orders/" + order);
    assertThat(vera.press(button, "")).isEqualTo("/orders/" + order);
    assertThat(orders.of(order).state()).isEqualTo(OrderState.PRICE_CALCULATED);

    flags.on(Features.QUICK_APPROVE);
    assertThat(vera.get("/").body()).contains(button);
    assertThat(vera.press(button, "")).isEqualTo("/?page=1");
    assertThat(orders.of(order).state()).isEqualTo(OrderState.MANUFACTURING_APPROVED);

    String other = "/orders/" + placed(null) + "/quick-approve";
    assertThat(vera.press(other, "state=PRICE_CALCULATED&page=2"))
        .isEqualTo("/?state=PRICE_CALCULATED&page=2");
  }

  @Test
  void promiseDays() {
    assertThat(orders.of(placed(null)).dueAt()).isEqualTo(PLACED.plus(Duration.ofDays(21)));

    flags.set(Features.PROMISE_DAYS, "holidays");
    assertThat(orders.of(placed(null)).dueAt()).isEqualTo(PLACED.plus(Duration.ofDays(35)));
    assertThat(orders.of(placed(7)).dueAt()).isEqualTo(PLACED.plus(Duration.ofDays(7)));
  }

  @Test
  void liveUpdates() {
    UUID order = placed(null);
    Seller vera = new Seller(port, "vera");
    flags.off(Features.LIVE_UPDATES);
    assertThat(vera.stream("/orders/events")).isEqualTo(204);
    assertThat(vera.stream("/api/orders/" + order + "/events")).isEqualTo(204);

    flags.on(Features.LIVE_UPDATES);
    assertThat(vera.stream("/orders/events")).isEqualTo(200);
    assertThat(vera.stream("/api/orders/" + order + "/events")).isEqualTo(200);
  }

  private UUID placed(@Nullable Integer promisedDays) {
    UUID id = UUID.randomUUID();
    Money price = Money.euro(new BigDecimal("100"));
    var geometry = new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true);
    var quote =
        new Quote(
            UUID.randomUUID(), List.of(), price, geometry, "test", "1", PLACED.plusSeconds(60));
    var model = new ModelFile("models/x", "00", 84, "ring.stl");
    var facts = new EventFacts(UUID.randomUUID(), id, 3, PLACED, "anna");
    var event =
        new OrderPriced(
            facts, "AX-9", "anna", model, MaterialCode.SILVER_925, 1, quote, promisedDays);
    Outcome outcome = transaction.execute(_ -> following.hear(event));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return id;
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Switches {

    @Bean
    @Primary
    FixedFlags fixedFlags() {
      return new FixedFlags();
    }
  }
}
