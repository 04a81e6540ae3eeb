package com.alexandrite.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.alexandrite.kit.preview.Baggage;
import com.alexandrite.kit.trace.TraceId;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One subscription at work: read, handle once, then acknowledge, retry later, or park. */
class QueueConsumer implements ChannelAwareMessageListener {

  private static final Logger log = LoggerFactory.getLogger(QueueConsumer.class);

  private final Subscription subscription;
  private final Inbox inbox;
  private final TransactionTemplate transaction;
  private final Rerouting rerouting;
  private final Losses losses;
  private final SpaceGuard guard;
  private final JsonMapper json;

  QueueConsumer(
      Subscription subscription,
      Inbox inbox,
      TransactionTemplate transaction,
      Rerouting rerouting,
      Losses losses,
      SpaceGuard guard,
      JsonMapper json) {
    this.subscription = subscription;
    this.inbox = inbox;
    this.transaction = transaction;
    this.rerouting = rerouting;
    this.losses = losses;
    this.guard = guard;
    this.json = json;
  }

  @Override
  public void onMessage(Message message, @Nullable Channel given) throws IOException {
    Channel channel = requireNonNull(given, "channel is null");
    long tag = message.getMessageProperties().getDeliveryTag();
    try (TraceId.Scope _ = TraceId.open(message.getMessageProperties().getHeader(Headers.TRACE));
        Baggage.Scope _ = guard.open(message)) {
      settle(message, guard.refuses(message).orElseGet(() -> attempt(message)));
      channel.basicAck(tag, false);
    } catch (RuntimeException e) {
      log.warn(
          "{}: can't settle a delivery, the broker keeps it: {}",
          subscription.queue(),
          e.getMessage());
      channel.basicNack(tag, false, true);
    }
  }

  private Outcome attempt(Message message) {
    if (isLost(message)) {
      log.warn("DRILL: {} loses a delivery on purpose", subscription.queue());
      return Outcome.done();
    }
    try {
      Delivery delivery = delivery(message);
      return switch (subscription.mode()) {
        case IN_TRANSACTION -> handleOnce(delivery);
        case LONG_RUNNING -> handle(delivery);
      };
    } catch (JacksonException | IllegalArgumentException e) {
      log.error("{}: not a message that this service reads", subscription.queue(), e);
      return new Outcome.Hopeless("unreadable: " + e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      log.warn("{}: a try failed", subscription.queue(), e);
      return new Outcome.Later(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private boolean isLost(Message message) {
    return message.getMessageProperties().getHeader(Headers.AGGREGATE) instanceof String aggregate
        && losses.lose(aggregate);
  }

  private Outcome handleOnce(Delivery delivery) {
    Outcome outcome =
        transaction.execute(status -> {
          if (!inbox.enter(subscription.queue(), delivery.eventId())) {
            return Outcome.done();
          }
          Outcome handled = handle(delivery);
          if (!(handled instanceof Outcome.Done)) {
            status.setRollbackOnly();
          }
          return handled;
        });
    return outcome == null ? Outcome.done() : outcome;
  }

  private Outcome handle(Delivery delivery) {
    try {
      return subscription.handler().handle(delivery);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void settle(Message message, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done _ -> log.debug("{}: done", subscription.queue());
      case Outcome.Later later ->
          rerouting.later(subscription.queue(), message, attemptOf(message), later.why());
      case Outcome.Held held ->
          rerouting.hold(subscription.queue(), message, attemptOf(message) - 1, held.why());
      case Outcome.Hopeless hopeless ->
          rerouting.park(subscription.queue(), message, hopeless.why());
    }
  }

  private Delivery delivery(Message message) {
    var properties = message.getMessageProperties();
    String id = properties.getMessageId();
    String type = properties.getType();
    if (id == null || type == null) {
      throw new IllegalArgumentException("a message without message id or type");
    }
    return new Delivery(
        UUID.fromString(id), type, attemptOf(message), new String(message.getBody(), UTF_8), json);
  }

  private static int attemptOf(Message message) {
    return message.getMessageProperties().getHeader(Headers.ATTEMPTS) instanceof Number tried
        ? tried.intValue() + 1
        : 1;
  }
}
