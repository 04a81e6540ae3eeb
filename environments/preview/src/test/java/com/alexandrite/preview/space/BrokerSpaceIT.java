package com.alexandrite.preview.space;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.local.Broker;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Space;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerSpaceIT {

  @RegisterExtension static final BackingServers servers = BackingServers.none().rabbit();

  private final String installation = Spaces.installation();
  private final Space rings = Spaces.of(installation, "feature-rings");
  private final Space gold = Spaces.of(installation, "gold");
  private BrokerSpace broker;

  @BeforeEach
  void make() throws Exception {
    broker = new BrokerSpace(installation, baseline(), Optional.of(servers.rabbitAdmin()));
    broker.make(rings, Spaces.content(Path.of("")));
    broker.make(rings, Spaces.content(Path.of("")));
  }

  @AfterEach
  void remove() throws Exception {
    broker.remove(rings.name());
    broker.remove(gold.name());
  }

  @Test
  void aPreviewDoesEverythingInItsOwnHost() throws Exception {
    try (Connection connection = connect(broker.variables(rings, "shop"));
        Channel channel = connection.createChannel()) {
      channel.queueDeclare("shop.priced", true, false, false, Map.of());
      channel.confirmSelect();
      channel.basicPublish("", "shop.priced", null, "one".getBytes(UTF_8));
      channel.basicPublish("", "shop.priced", null, "two".getBytes(UTF_8));
      channel.waitForConfirmsOrDie(5000);

      assertThat(broker.waiting(rings)).containsEntry("shop.priced", 2);
    }
    assertThat(broker.waiting(gold)).doesNotContainKey("shop.priced");
  }

  @Test
  void aMessageWaitsForAServiceThatHasNeverRun() throws Exception {
    try (Connection services = connect(baselineVariables());
        Channel channel = services.createChannel()) {
      channel.exchangeDeclare("orders", "topic", true);
      for (String queue : List.of("mes.facts", "mes.facts.parking", "shop.facts")) {
        Map<String, Object> quorum = Map.of("x-queue-type", "quorum");
        channel.queueDeclare(queue, true, false, false, quorum);
      }
      channel.queueBind("mes.facts", "orders", "order.#");
      channel.queueBind("shop.facts", "orders", "order.#");
    }

    broker.make(gold, Spaces.content(Path.of("")));
    broker.make(gold, Spaces.content(Path.of("")));

    // The branch changed the Shop: it declares its own queues, perhaps in another way.
    assertThat(broker.waiting(gold).keySet()).contains("mes.facts").doesNotContain("shop.facts");
    assertThat(broker.demand(gold)).isEmpty();
    try (Connection connection = connect(broker.variables(gold, "shop"));
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish("", "mes.facts.parking", null, "a poisoned one".getBytes(UTF_8));
      channel.waitForConfirmsOrDie(5000);
      assertThat(broker.demand(gold)).isEmpty();
      channel.basicPublish("orders", "order.paid", null, "a fact".getBytes(UTF_8));
      channel.waitForConfirmsOrDie(5000);
    }
    await().until(() -> broker.demand(gold).equals(Set.of("mes")));
  }

  @Test
  void inTheBaselineItHearsOfFlagsOnly() throws Exception {
    try (Connection services = connect(baselineVariables());
        Channel channel = services.createChannel()) {
      channel.queueDeclare("crm.priced", true, false, false, Map.of());
      channel.exchangeDeclare("flags.changed", "fanout", true);
      channel.exchangeDeclare("flags.applied", "fanout", true);
    }
    try (Connection connection = connect(flagVariables())) {
      try (Channel channel = connection.createChannel()) {
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "flags.changed", "");
        channel.basicConsume(queue, true, (_, _) -> {}, _ -> {});
        channel.confirmSelect();
        channel.basicPublish("flags.applied", "", null, "it runs".getBytes(UTF_8));
        channel.waitForConfirmsOrDie(5000);
      }
      refused(connection, channel -> channel.basicGet("crm.priced", true));
      refused(connection, channel -> channel.queueDeclare("mine", true, false, false, Map.of()));
      refused(connection, channel -> publish(channel, "", "crm.priced"));
      refused(connection, channel -> publish(channel, "flags.changed", ""));
      refused(connection, channel -> channel.exchangeDelete("flags.changed"));
    }
  }

  @Test
  void anotherPreviewsHostIsClosed() throws Exception {
    broker.make(gold, Spaces.content(Path.of("")));
    Map<String, String> variables = new java.util.HashMap<>(broker.variables(rings, "shop"));
    variables.put("SPRING_RABBITMQ_VIRTUAL_HOST", gold.vhost());

    assertThatThrownBy(() -> connect(variables).close()).isInstanceOf(java.io.IOException.class);
  }

  @Test
  void whatIsThereIsFoundByNameAndRemoved() throws Exception {
    broker.make(gold, Spaces.content(Path.of("")));
    // Half of one, as a killed removal leaves it.
    servers.rabbitAdmin().deleteVhost(gold.vhost());
    assertThat(broker.found()).containsExactlyInAnyOrder(rings.name(), gold.name());

    broker.remove(rings.name());
    broker.remove(rings.name());
    broker.remove(gold.name());

    assertThat(broker.found()).isEmpty();
    assertThat(servers.rabbitAdmin().vhosts()).noneMatch(name -> name.contains(installation));
    assertThat(servers.rabbitAdmin().users()).noneMatch(name -> name.contains(installation));
  }

  @Test
  void aBrokerWithoutManagementIsNoPlaceForPreviews() throws Exception {
    var without = new BrokerSpace(installation, baseline(), Optional.empty());

    assertThat(without.found()).isEmpty();
    without.remove(rings.name());
    assertThatThrownBy(() -> without.make(rings, Spaces.content(Path.of(""))))
        .isInstanceOfSatisfying(
            PreviewFailure.class,
            failure -> {
              assertThat(failure.problem().code()).isEqualTo("broker-not-administrable");
              assertThat(failure.problem().action())
                  .contains("ALEXANDRITE_RABBITMQ_MANAGEMENT_URL");
            });
  }

  private interface Attempt {
    void on(Channel channel) throws Exception;
  }

  private static void refused(Connection connection, Attempt attempt) {
    assertThatThrownBy(
            () -> {
              Channel channel = connection.createChannel();
              channel.confirmSelect();
              attempt.on(channel);
            })
        .satisfies(
            failure -> assertThat(failure + " " + failure.getCause()).contains("ACCESS_REFUSED"));
  }

  private static void publish(Channel channel, String exchange, String key) throws Exception {
    channel.basicPublish(exchange, key, null, "smuggled".getBytes(UTF_8));
    channel.waitForConfirmsOrDie(5000);
  }

  private static Broker baseline() {
    return new Broker(
        "127.0.0.1",
        servers.rabbitPort(),
        servers.rabbitUser(),
        servers.rabbitPassword(),
        servers.rabbitVhost());
  }

  private static Map<String, String> baselineVariables() {
    return Map.of(
        "SPRING_RABBITMQ_VIRTUAL_HOST", servers.rabbitVhost(),
        "SPRING_RABBITMQ_USERNAME", servers.rabbitUser(),
        "SPRING_RABBITMQ_PASSWORD", servers.rabbitPassword());
  }

  private Map<String, String> flagVariables() {
    Map<String, String> variables = broker.variables(rings, "shop");
    return Map.of(
        "SPRING_RABBITMQ_VIRTUAL_HOST",
        variables.getOrDefault("ALEXANDRITE_FLAGS_BROKER_VIRTUALHOST", ""),
        "SPRING_RABBITMQ_USERNAME",
        variables.getOrDefault("ALEXANDRITE_FLAGS_BROKER_USERNAME", ""),
        "SPRING_RABBITMQ_PASSWORD",
        variables.getOrDefault("ALEXANDRITE_FLAGS_BROKER_PASSWORD", ""));
  }

  private static Connection connect(Map<String, String> variables) throws Exception {
    var factory = new ConnectionFactory();
    factory.setHost("127.0.0.1");
    factory.setPort(servers.rabbitPort());
    factory.setVirtualHost(variables.get("SPRING_RABBITMQ_VIRTUAL_HOST"));
    factory.setUsername(variables.get("SPRING_RABBITMQ_USERNAME"));
    factory.setPassword(variables.get("SPRING_RABBITMQ_PASSWORD"));
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection();
  }
}
