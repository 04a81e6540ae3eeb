package com.alexandrite.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.kit.preview.Baggage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two previews and the baseline on one broker: nothing of one is handled in another. */
class SpacesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final BackingServers rings = BackingServers.postgres().rabbit();
  @RegisterExtension static final BackingServers gold = BackingServers.postgres().rabbit();
  @RegisterExtension static final BackingServers baseline = BackingServers.postgres().rabbit();

  @Test
  void factsAndWhatFollowsFromThemStayInTheirSpace() {
    try (var inRings = start("rings", rings, rings);
        var inGold = start("gold", gold, gold);
        var inBaseline = start("", baseline, baseline)) {
      UUID ofRings = appendIn(inRings, "a=1;p");
      UUID ofGold = appendIn(inGold, "preview=rings");
      UUID ofBaseline = appendIn(inBaseline, "preview=gold,a=2");

      assertThat(followUp(inRings, ofRings)).isEqualTo("preview=rings,a=1;p");
      assertThat(followUp(inGold, ofGold)).isEqualTo("preview=gold");
      assertThat(followUp(inBaseline, ofBaseline)).isEqualTo("a=2");
      assertThat(Following.in(inRings).handled()).contains(ofRings).doesNotContain(ofGold);
      assertThat(Following.in(inGold).handled()).contains(ofGold).doesNotContain(ofRings);
      assertThat(Following.in(inBaseline).handled())
          .contains(ofBaseline)
          .doesNotContain(ofRings, ofGold);
      assertThat(Stream.of(inRings, inGold, inBaseline).map(SpacesIT::refused)).containsOnly(0.0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gold, preview=rings, 'not handled: it belongs to preview rings, and this is preview gold'",
    "'', preview=rings, 'not handled: it belongs to preview rings, and this is the baseline'",
    "gold, a=1, 'not handled: it belongs to the baseline, and this is preview gold'",
    "gold, , 'not handled: it belongs to the baseline, and this is preview gold'",
  })
  void factOfAnotherSpaceIsParkedAndHandledOnceTheWiringIsRight(
      String here, String baggage, String why) {
    String from = Baggage.of(baggage).value("preview").orElse("");
    UUID fact = UUID.randomUUID();
    try (var wrong = start(here, gold, rings)) {
      send(wrong, fact, baggage);

      awaitParked(wrong, why);
      assertThat(refused(wrong)).isEqualTo(1);
      assertThat(Following.in(wrong).handled()).doesNotContain(fact);

      wrong.getBean(ParkedEndpoint.class).replay(Following.QUEUE);
      await().atMost(PATIENCE).until(() -> refused(wrong) == 2);
      awaitParked(wrong, why);
    }
    try (var right = start(from, baseline, rings)) {
      right.getBean(ParkedEndpoint.class).replay(Following.QUEUE);

      await().atMost(PATIENCE).until(() -> Following.in(right).handled().contains(fact));
      assertThat(followUp(right, fact)).isEqualTo(baggage == null ? "" : baggage);
    }
  }

  @Test
  void longBaggageOutlivesTries() {
    String baggage = "preview=rings,long=" + "x".repeat(4000);
    UUID fact = UUID.randomUUID();
    try (var process = start("rings", rings, rings)) {
      Following.in(process).failOnceWith(fact);
      send(process, fact, baggage);

      assertThat(followUp(process, fact)).isEqualTo(baggage);
    }
  }

  private static UUID appendIn(ConfigurableApplicationContext process, String baggage) {
    return Following.in(process).append(baggage);
  }

  /** The baggage of what a handled fact caused. */
  private static String followUp(ConfigurableApplicationContext process, UUID fact) {
    var rabbit = process.getBean(RabbitTemplate.class);
    Message message =
        requireNonNull(rabbit.receive(Following.AUDIT, PATIENCE.toMillis()), "nothing followed");
    assertThat(new String(message.getBody(), UTF_8)).contains(fact.toString());
    Object header = message.getMessageProperties().getHeader(Baggage.HEADER);
    return header == null ? "" : header.toString();
  }

  private static void send(ConfigurableApplicationContext to, UUID fact, String baggage) {
    var message =
        MessageBuilder.withBody("{}".getBytes(UTF_8))
            .setMessageId(fact.toString())
            .setType(Following.FACT);
    if (baggage != null) {
      message.setHeader(Baggage.HEADER, baggage);
    }
    to.getBean(RabbitTemplate.class).send(Following.EXCHANGE, Following.FACT, message.build());
  }

  private static void awaitParked(ConfigurableApplicationContext process, String why) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                process.getBean(ParkedEndpoint.class).look().queues().stream()
                    .flatMap(it -> it.messages().stream())
                    .map(ParkingLot.ParkedMessage::reason)
                    .toList(),
            reasons -> reasons.equals(List.of(why)));
  }

  private static double refused(ConfigurableApplicationContext process) {
    return process.getBean(MeterRegistry.class).get("messages.refused").counter().count();
  }

  /** A process that says it is {@code space}, with the database and the virtual host of any. */
  private static ConfigurableApplicationContext start(
      String space, BackingServers database, BackingServers broker) {
    var process =
        new SpringApplicationBuilder(Following.Service.class)
            .web(WebApplicationType.NONE)
            .run(
                Stream.of(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.databaseUser(),
                        "spring.datasource.password=" + database.databasePassword(),
                        "spring.rabbitmq.port=" + broker.rabbitPort(),
                        "spring.rabbitmq.username=" + broker.rabbitUser(),
                        "spring.rabbitmq.password=" + broker.rabbitPassword(),
                        "spring.rabbitmq.virtual-host=" + broker.rabbitVhost(),
                        "alexandrite.preview.name=" + space)
                    .map(it -> "--" + it)
                    .toArray(String[]::new));
    process.getBean(AmqpAdmin.class).initialize();
    return process;
  }
}
