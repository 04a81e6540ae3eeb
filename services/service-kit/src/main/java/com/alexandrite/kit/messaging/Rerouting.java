package com.alexandrite.kit.messaging;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Moves a delivery to a retry tier or to the parking queue; returns only when it is safe there. */
class Rerouting {

  private static final Logger log = LoggerFactory.getLogger(Rerouting.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final RabbitTemplate rabbit;

  Rerouting(RabbitTemplate rabbit) {
    this.rabbit = rabbit;
  }

  void later(String queue, Message message, int attempt, String why) {
    Optional<Duration> pause = RetryTiers.pauseAfter(attempt);
    if (pause.isEmpty()) {
      park(queue, message, why);
      return;
    }
    log.info(
        "{}: try {} of {} again in {} s: {}",
        queue,
        attempt,
        id(message),
        pause.get().toSeconds(),
        why);
    send(RetryTiers.queue(queue, pause.get()), copy(message, attempt, why));
  }

  /** Puts it off without counting a try. */
  void hold(String queue, Message message, int attempts, String why) {
    log.debug("{}: holds {}: {}", queue, id(message), why);
    send(RetryTiers.queue(queue, RetryTiers.HOLD), copy(message, attempts, why));
  }

  void park(String queue, Message message, String why) {
    log.error("{}: parked {}: {}", queue, id(message), why);
    send(RetryTiers.parking(queue), copy(message, 0, why));
  }

  private static Message copy(Message message, int attempts, String why) {
    return MessageBuilder.fromClonedMessage(message)
        .removeHeader("x-death")
        .setHeader(Headers.ATTEMPTS, attempts)
        .setHeader(Headers.REASON, why.length() > 500 ? why.substring(0, 500) : why)
        .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
        .build();
  }

  private void send(String queue, Message message) {
    var correlation = new CorrelationData();
    rabbit.send("", queue, message, correlation);
    try {
      boolean acknowledged = correlation.getFuture().get(TIMEOUT.toNanos(), NANOSECONDS).ack();
      if (!acknowledged || correlation.getReturned() != null) {
        throw new AmqpException("the broker did not take it into " + queue);
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new AmqpException("no confirm for " + queue, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AmqpException("interrupted while sending to " + queue, e);
    }
  }

  private static String id(Message message) {
    return message.getMessageProperties().getType()
        + " "
        + message.getMessageProperties().getMessageId();
  }
}
