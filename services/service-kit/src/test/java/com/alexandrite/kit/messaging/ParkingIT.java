package com.alexandrite.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient;
import com.alexandrite.environment.testing.SessionClient.Answer;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A consumer that fails and is mended: parked facts are seen, and come back to their effect. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class ParkingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String QUEUE = "test.parked-facts";
  private static final String REPLAY = "{\"queue\":\"%s\"}".formatted(QUEUE);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();
  private static final AtomicBoolean broken = new AtomicBoolean();

  @Autowired private Outbox outbox;
  @Autowired private JdbcClient jdbc;
  @Autowired private AmqpAdmin broker;
  @Autowired private TransactionTemplate transaction;
  @LocalManagementPort private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void breakTheConsumer() {
    broken.set(true);
    broker.purgeQueue(RetryTiers.parking(QUEUE));
    jdbc.sql("delete from effects").update();
  }

  @Test
  void looksAreForFreeAndReplayedFactsHaveOneEffect() {
    List<UUID> facts = parked(30);

    JsonNode first = IntStream.range(0, 25).mapToObj(_ -> look()).toList().getLast();
    assertThat(first.path("count").asLong()).isEqualTo(30);
    assertThat(first.path("messages")).hasSize(20);
    assertThat(first.path("messages").findValuesAsString("reason")).containsOnly("broken");
    assertThat(first.path("messages").findValuesAsString("type")).containsOnly("parked.fact");

    broken.set(false);
    assertThat(replay(REPLAY).body().path("messages").asLong()).isEqualTo(30);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(effects()).containsExactlyInAnyOrderElementsOf(facts));
    assertThat(look().path("count").asLong()).isZero();
  }

  @Test
  void replayTooEarlyParksAgain() {
    List<UUID> facts = parked(5);

    assertThat(replay(REPLAY).body().path("messages").asLong()).isEqualTo(5);
    awaitParked(5);
    broken.set(false);
    replay(REPLAY);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(effects()).containsExactlyInAnyOrderElementsOf(facts));
  }

  @Test
  void unknownQueueIsRefused() {
    assertThat(replay("{\"queue\":\"other\"}").status()).isEqualTo(404);
  }

  private List<UUID> parked(int count) {
    List<UUID> facts = IntStream.range(0, count).mapToObj(_ -> append()).toList();
    awaitParked(count);
    return facts;
  }

  private void awaitParked(int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(look().path("count").asLong()).isEqualTo(count));
  }

  private UUID append() {
    UUID event = UUID.randomUUID();
    transaction.executeWithoutResult(_ ->
        outbox.append(
            new OutboxMessage(event, event, "test.parking", "parked.fact", Map.of("id", event))));
    return event;
  }

  private JsonNode look() {
    return new SessionClient(port).get("/actuator/parked").body().path("queues").path(0);
  }

  private Answer replay(String body) {
    return new SessionClient(port).post("/actuator/parked", body);
  }

  private List<UUID> effects() {
    return jdbc.sql("select event_id from effects")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Subscription facts(JdbcClient jdbc) {
      return Subscription.inTransaction(
          QUEUE, "test.parking", List.of("parked.fact"), delivery -> handle(jdbc, delivery));
    }

    private static Outcome handle(JdbcClient jdbc, Delivery delivery) {
      jdbc.sql("insert into effects (event_id, aggregate_id) values (:event, :event)")
          .param("event", delivery.eventId())
          .update();
      return broken.get() ? new Outcome.Hopeless("broken") : Outcome.done();
    }
  }
}
