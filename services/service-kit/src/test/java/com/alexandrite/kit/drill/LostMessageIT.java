package com.alexandrite.kit.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.kit.flags.DrillEnvironment;
import com.alexandrite.kit.flags.FlagCatalogue;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A consumer in a drill loses the events of the order that the flag names, and no others. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class LostMessageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String QUEUE = "test.lost";

  private static final Flag<Boolean> LOST = Flag.bool(4, "lost", FlagType.FAULT, Unit.ORDER, false);
  private static final FaultFlags FAULTS =
      new FaultFlags(
          number(0, "errors"),
          number(1, "latency"),
          Flag.bool(2, "readiness", FlagType.FAULT, Unit.USER, false),
          number(3, "cpu"),
          LOST);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();
  private static final List<UUID> handled = new CopyOnWriteArrayList<>();

  @Autowired private Outbox outbox;
  @Autowired private TransactionTemplate transaction;
  @Autowired private LiveFlags flags;
  @Autowired private FlagContexts contexts;
  @Autowired private AmqpAdmin broker;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @Test
  void onlyTheOrdersEventIsGone() {
    loseHalfOfAllOrders();
    UUID lost = order(true);
    UUID kept = order(false);

    append(lost);
    append(kept);

    // One consumer keeps the order of the queue: the first one was taken before.
    await().atMost(PATIENCE).until(() -> handled.contains(kept));
    assertThat(handled).doesNotContain(lost);
    for (String queue : List.of(QUEUE, QUEUE + ".retry.1s", QUEUE + ".parking")) {
      QueueInformation left = broker.getQueueInfo(queue);
      assertThat(left == null ? -1 : left.getMessageCount()).as(queue).isZero();
    }
  }

  private void append(UUID order) {
    transaction.executeWithoutResult(
        _ -> outbox.append(new OutboxMessage(order, order, "test.lost", "order.moved", Map.of())));
  }

  private void loseHalfOfAllOrders() {
    Rule half = Rule.everybody(FlagDocument.EVERYBODY / 2, Flag.ON);
    var state = new FlagState(LOST.key(), true, "s", List.of(half));
    flags.apply(new FlagDocument("local", 1, Instant.EPOCH, List.of(state), List.of()));
  }

  private UUID order(boolean lost) {
    return Stream.generate(UUID::randomUUID)
        .filter(it -> flags.isOn(LOST, contexts.process().with(Unit.ORDER, it.toString())) == lost)
        .findFirst()
        .orElseThrow();
  }

  private static Flag<Double> number(int index, String key) {
    List<Flag.Variant<Double>> variants =
        List.of(new Flag.Variant<>("none", 0.0), new Flag.Variant<>("on", 1.0));
    return new Flag<>(index, key, FlagType.FAULT, Unit.USER, variants, "none");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    FlagCatalogue flagCatalogue() {
      return new FlagCatalogue(
          List.of(FAULTS.errors(), FAULTS.latency(), FAULTS.readiness(), FAULTS.cpu(), LOST));
    }

    @Bean
    FaultFlags faultFlags() {
      return FAULTS;
    }

    @Bean
    DrillEnvironment drillEnvironment() {
      return new DrillEnvironment(true);
    }

    @Bean
    Subscription orders() {
      return Subscription.inTransaction(
          QUEUE,
          "test.lost",
          List.of("order.#"),
          delivery -> {
            handled.add(delivery.eventId());
            return Outcome.done();
          });
    }
  }
}
