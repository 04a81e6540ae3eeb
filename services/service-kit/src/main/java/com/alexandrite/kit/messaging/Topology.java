package com.alexandrite.kit.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/**
 * The queues of a subscription: quorum, with dead letters that can't be lost on the way, and an end
 * to redelivery.
 */
final class Topology {

  /**
   * Crashes of a consumer in mid-delivery before the broker itself parks it; there is no limit by
   * default.
   */
  private static final int DELIVERY_LIMIT = 10;

  private static final String DEFAULT_EXCHANGE = "";

  private Topology() {}

  static Declarables of(Subscription subscription) {
    var exchange = new TopicExchange(subscription.exchange(), true, false);
    String name = subscription.queue();
    Queue main =
        deadLettering(
            QueueBuilder.durable(name).deliveryLimit(DELIVERY_LIMIT), RetryTiers.parking(name));
    List<Declarable> all = new ArrayList<>(List.of(exchange, main, parking(name)));
    RetryTiers.all().forEach(pause -> all.add(tier(name, pause)));
    subscription.routingKeys().forEach(key -> all.add(binding(main, exchange, key)));
    return new Declarables(all);
  }

  private static Queue parking(String name) {
    return QueueBuilder.durable(RetryTiers.parking(name)).quorum().build();
  }

  private static Queue tier(String name, Duration pause) {
    return deadLettering(
        QueueBuilder.durable(RetryTiers.queue(name, pause)).ttl(Math.toIntExact(pause.toMillis())),
        name);
  }

  private static Queue deadLettering(QueueBuilder builder, String target) {
    return builder
        .quorum()
        .deadLetterExchange(DEFAULT_EXCHANGE)
        .deadLetterRoutingKey(target)
        .withArgument("x-dead-letter-strategy", "at-least-once")
        .overflow(QueueBuilder.Overflow.rejectPublish)
        .build();
  }

  private static Binding binding(Queue queue, TopicExchange exchange, String key) {
    return BindingBuilder.bind(queue).to(exchange).with(key);
  }
}
