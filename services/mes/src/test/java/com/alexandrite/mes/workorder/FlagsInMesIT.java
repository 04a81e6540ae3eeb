package com.alexandrite.mes.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.flags.testing.FixedFlags;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What operators get next, in both states of each flag of MES. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "alexandrite.accounts.password=secret"})
class FlagsInMesIT {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @Autowired private FixedFlags flags;
  @Autowired private WorkOrderTable table;
  @Autowired private WorkOrders workOrders;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void begin() {
    Features.ALL.forEach(flag -> flags.set(flag, flag.fallback()));
    jdbc.sql("delete from order_transitions").update();
    jdbc.sql("delete from work_orders").update();
  }

  @Test
  void withoutAutoDispatchTheOperatorStaysAtTheShippedPiece() {
    flags.off(Features.AUTO_DISPATCH);
    UUID packed = packed();
    UUID waiting = approved();

    assertThat(ship(packed)).isEqualTo("/work-orders/" + packed);
    assertThat(workOrders.of(waiting).state()).isEqualTo(OrderState.MANUFACTURING_APPROVED);
  }

  @Test
  void withAutoDispatchTheNextOneIsTaken() {
    flags.on(Features.AUTO_DISPATCH);
    UUID packed = packed();
    UUID waiting = approved();

    assertThat(ship(packed)).isEqualTo("/work-orders/" + waiting);
    assertThat(workOrders.of(waiting).state()).isEqualTo(OrderState.MANUFACTURING_STARTED);
    assertThat(workOrders.of(waiting).operator()).isEqualTo("oleg");
  }

  @Test
  void withAutoDispatchAndAnEmptyQueueTheBenchOpens() {
    flags.on(Features.AUTO_DISPATCH);

    assertThat(ship(packed())).isEqualTo("/");
  }

  @Test
  void liveUpdates() {
    UUID work = approved();
    Operator oleg = new Operator(port, "oleg");
    flags.off(Features.LIVE_UPDATES);
    assertThat(oleg.stream("/work-orders/events")).isEqualTo(204);
    assertThat(oleg.stream("/api/work-orders/" + work + "/events")).isEqualTo(204);

    flags.on(Features.LIVE_UPDATES);
    assertThat(oleg.stream("/work-orders/events")).isEqualTo(200);
    assertThat(oleg.stream("/api/work-orders/" + work + "/events")).isEqualTo(200);
  }

  private String ship(UUID work) {
    return new Operator(port, "oleg").press("/work-orders/" + work + "/perform", "operation=SHIP");
  }

  private UUID packed() {
    UUID id = approved();
    WorkOrder approved = workOrders.of(id);
    assertThat(table.move(approved, new OrderProgress(OrderState.PACKAGING, 7))).isTrue();
    return id;
  }

  private UUID approved() {
    UUID id = UUID.randomUUID();
    var model = new ModelFile("models/x", "00", 84, "ring.stl");
    var geometry = new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true);
    var facts = new EventFacts(UUID.randomUUID(), id, 4, NOW, "vera");
    Instant due = NOW.plus(Duration.ofDays(1));
    assertThat(
            table.insert(
                new ManufacturingApproved(
                    facts, "AX-7", model, MaterialCode.SILVER_925, 1, geometry, due)))
        .isTrue();
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
