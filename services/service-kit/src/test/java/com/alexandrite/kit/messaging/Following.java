package com.alexandrite.kit.messaging;

import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.kit.preview.Baggage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that answers each fact with one that follows from it. */
final class Following {

  static final String EXCHANGE = "test.spaces";
  static final String QUEUE = "test.spaces";
  static final String FACT = "fact.first";

  /** Where what follows can be looked at. */
  static final String AUDIT = "test.spaces.followed";

  private static final String FOLLOWED = "fact.followed";

  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final List<UUID> handled = new CopyOnWriteArrayList<>();
  private final List<UUID> failing = new CopyOnWriteArrayList<>();

  private Following(Outbox outbox, TransactionTemplate transaction) {
    this.outbox = outbox;
    this.transaction = transaction;
  }

  static Following in(ApplicationContext process) {
    return process.getBean(Following.class);
  }

  List<UUID> handled() {
    return handled;
  }

  void failOnceWith(UUID fact) {
    failing.add(fact);
  }

  /** Appends a fact as a request with this baggage would. */
  UUID append(String baggage) {
    UUID fact = UUID.randomUUID();
    try (Baggage.Scope _ = Baggage.open(Baggage.of(baggage))) {
      transaction.executeWithoutResult(
          _ -> outbox.append(new OutboxMessage(fact, fact, EXCHANGE, FACT, Map.of())));
    }
    return fact;
  }

  private Outcome handle(Delivery delivery) {
    if (failing.remove(delivery.eventId())) {
      return new Outcome.Later("not yet");
    }
    UUID event = UUID.randomUUID();
    outbox.append(
        new OutboxMessage(event, event, EXCHANGE, FOLLOWED, Map.of("fact", delivery.eventId())));
    handled.add(delivery.eventId());
    return Outcome.done();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Following following(Outbox outbox, TransactionTemplate transaction) {
      return new Following(outbox, transaction);
    }

    @Bean
    Subscription facts(Following following) {
      return Subscription.inTransaction(QUEUE, EXCHANGE, List.of(FACT), following::handle);
    }

    @Bean
    Declarables audit() {
      var queue = new Queue(AUDIT);
      var exchange = new TopicExchange(EXCHANGE);
      return new Declarables(
          queue, exchange, BindingBuilder.bind(queue).to(exchange).with(FOLLOWED));
    }
  }
}
