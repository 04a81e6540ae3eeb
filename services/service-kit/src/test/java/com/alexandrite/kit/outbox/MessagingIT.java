package com.alexandrite.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.testing.contract.Door;
import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts from one service's table to another's effect, through the real database and broker. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class MessagingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String EXCHANGE = "test.facts";

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();
  private static final Door door = beforeTheBroker();

  @Autowired private Outbox outbox;
  @Autowired private JdbcClient jdbc;
  @Autowired private RabbitTemplate rabbit;
  @Autowired private TransactionTemplate transaction;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
    registry.add("spring.rabbitmq.port", () -> door.port());
  }

  private static Door beforeTheBroker() {
    try {
      return new Door(servers.rabbitPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void committedFactHasItsEffectAndLeavesTheTable() {
    UUID event = append("done");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects(event)).isEqualTo(1));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting(event)).isZero());
  }

  @Test
  void rolledBackFactNeverLeaves() {
    UUID event = UUID.randomUUID();
    transaction.executeWithoutResult(status -> {
      outbox.append(message(event, "done"));
      status.setRollbackOnly();
    });
    UUID later = append("done");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects(later)).isEqualTo(1));
    assertThat(effects(event)).isZero();
    assertThat(waiting(event)).isZero();
  }

  @Test
  void factDeliveredTwiceHasOneEffect() {
    UUID event = UUID.randomUUID();
    IntStream.range(0, 5)
        .forEach(_ -> rabbit.send(EXCHANGE, "fact.done", amqp(event, "fact.done")));
    UUID later = append("done");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects(later)).isEqualTo(1));
    assertThat(effects(event)).isEqualTo(1);
  }

  @Test
  void earlyFactComesAgainUntilItsTime() {
    UUID event = append("early");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects(event)).isEqualTo(1));
  }

  @Test
  void hopelessFactIsParkedAndOthersFlow() {
    UUID hopeless = append("hopeless");
    UUID next = append("done");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects(next)).isEqualTo(1));
    Message parked = requireNonNull(rabbit.receive("test.facts.parking", PATIENCE.toMillis()));
    assertThat(parked.getMessageProperties().getMessageId()).isEqualTo(hopeless.toString());
    assertThat(effects(hopeless)).isZero();
  }

  @Test
  void nothingIsLostWhileTheBrokerIsAway() {
    door.shut();
    List<UUID> events = IntStream.range(0, 50).mapToObj(_ -> append("done")).toList();
    assertThat(events).allSatisfy(event -> assertThat(waiting(event)).isEqualTo(1));

    door.reopen();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(events).allSatisfy(event -> assertThat(effects(event)).isEqualTo(1)));
  }

  @Test
  void factsOfOneAggregateKeepTheirOrder() {
    UUID aggregate = UUID.randomUUID();
    List<UUID> events =
        IntStream.range(0, 250)
            .mapToObj(_ -> append(aggregate, UUID.randomUUID(), "done"))
            .toList();

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(effectsInOrder(aggregate)).isEqualTo(events));
  }

  private UUID append(String kind) {
    return append(UUID.randomUUID(), UUID.randomUUID(), kind);
  }

  private UUID append(UUID aggregate, UUID event, String kind) {
    transaction.executeWithoutResult(_ ->
        outbox.append(
            new OutboxMessage(
                event, aggregate, EXCHANGE, "fact." + kind, Map.of("aggregate", aggregate))));
    return event;
  }

  private static OutboxMessage message(UUID event, String kind) {
    return new OutboxMessage(event, event, EXCHANGE, "fact." + kind, Map.of("aggregate", event));
  }

  private static Message amqp(UUID event, String type) {
    return MessageBuilder.withBody("{\"aggregate\":\"%s\"}".formatted(event).getBytes(UTF_8))
        .setMessageId(event.toString())
        .setType(type)
        .build();
  }

  private int effects(UUID event) {
    return jdbc.sql("select count(*) from effects where event_id = :id")
        .param("id", event)
        .query(Integer.class)
        .single();
  }

  private List<UUID> effectsInOrder(UUID aggregate) {
    return jdbc.sql("select event_id from effects where aggregate_id = :id order by id")
        .param("id", aggregate)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private int waiting(UUID event) {
    return jdbc.sql("select count(*) from kit_outbox where event_id = :id")
        .param("id", event)
        .query(Integer.class)
        .single();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Subscription facts(JdbcClient jdbc) {
      return Subscription.inTransaction(
          "test.facts", EXCHANGE, List.of("fact.#"), delivery -> handle(jdbc, delivery));
    }

    private static Outcome handle(JdbcClient jdbc, Delivery delivery) {
      jdbc.sql("insert into effects (event_id, aggregate_id) values (:event, :aggregate)")
          .param("event", delivery.eventId())
          .param("aggregate", delivery.as(Fact.class).aggregate())
          .update();
      return switch (delivery.type()) {
        case "fact.early" -> delivery.attempt() > 2 ? Outcome.done() : new Outcome.Later("not yet");
        case "fact.hopeless" -> new Outcome.Hopeless("never");
        default -> Outcome.done();
      };
    }
  }

  record Fact(UUID aggregate) {}
}
