package com.alexandrite.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.alexandrite.kit.messaging.Headers;
import com.alexandrite.kit.preview.Baggage;
import com.alexandrite.kit.preview.OwnSpace;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Sends rows on one channel, in order, with all confirms in flight at once. */
class ConfirmedPublisher {

  private static final Logger log = LoggerFactory.getLogger(ConfirmedPublisher.class);

  private final RabbitTemplate rabbit;
  private final OwnSpace own;
  private final Duration timeout;

  ConfirmedPublisher(RabbitTemplate rabbit, OwnSpace own, Duration timeout) {
    this.rabbit = rabbit;
    this.own = own;
    this.timeout = timeout;
  }

  /**
   * Publishes and waits for the broker's word on each row.
   *
   * @return the ids that are safe in at least one queue
   * @throws org.springframework.amqp.AmqpException if the broker is away
   */
  Set<Long> publish(List<OutboxRow> rows) {
    Set<Long> confirmed = rabbit.invoke(channel -> publishOn(channel, rows));
    return confirmed == null ? Set.of() : confirmed;
  }

  private Set<Long> publishOn(RabbitOperations channel, List<OutboxRow> rows) {
    Map<OutboxRow, CorrelationData> sent = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      var correlation = new CorrelationData(row.eventId().toString());
      channel.send(row.exchange(), row.type(), message(row), correlation);
      sent.put(row, correlation);
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    Set<Long> confirmed = new HashSet<>();
    sent.forEach((row, correlation) -> {
      if (isSafe(row, correlation, deadline)) {
        confirmed.add(row.id());
      }
    });
    return confirmed;
  }

  /**
   * A confirm alone is not enough: an unroutable message is confirmed too, after it was returned.
   */
  private static boolean isSafe(OutboxRow row, CorrelationData correlation, long deadline) {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      boolean acknowledged = correlation.getFuture().get(left, NANOSECONDS).ack();
      if (acknowledged && correlation.getReturned() == null) {
        return true;
      }
      log.warn(
          "{} {}: {}",
          row.type(),
          row.eventId(),
          acknowledged ? "no queue wants it yet" : "refused by the broker");
    } catch (TimeoutException | ExecutionException e) {
      log.warn("{} {}: no confirm from the broker", row.type(), row.eventId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private Message message(OutboxRow row) {
    var message =
        MessageBuilder.withBody(row.body().getBytes(UTF_8))
            .setContentType("application/json")
            .setMessageId(row.eventId().toString())
            .setType(row.type())
            .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
            .setHeader(Headers.AGGREGATE, row.aggregateId().toString())
            .setHeader(Headers.TRACE, row.traceId() == null ? "" : row.traceId());
    // Also what a release wrote that knew no baggage, or what came here with a copied database.
    own.mark(Baggage.of(row.baggage()))
        .header()
        .ifPresent(baggage -> message.setHeader(Baggage.HEADER, baggage));
    return message.build();
  }
}
