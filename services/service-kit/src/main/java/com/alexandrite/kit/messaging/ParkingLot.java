package com.alexandrite.kit.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * The parking queues of a service: what lies there, and its way back.
 *
 * <p>A message is never given back to the broker: each return counts as a failed delivery, and
 * newer brokers drop a message after twenty. It is sent anew instead, and taken only when the copy
 * is safe. A crash in between leaves two, which the inbox forgives.
 */
class ParkingLot {

  private static final Logger log = LoggerFactory.getLogger(ParkingLot.class);
  private static final int SHOWN = 20;

  private final List<String> queues;
  private final RabbitTemplate rabbit;
  private final Rerouting rerouting;

  ParkingLot(List<String> queues, RabbitTemplate rabbit, Rerouting rerouting) {
    this.queues = List.copyOf(queues);
    this.rabbit = rabbit;
    this.rerouting = rerouting;
  }

  /**
   * The parked messages of one queue.
   *
   * @param messages the first twenty
   */
  record Parked(String queue, long count, List<ParkedMessage> messages) {}

  /** One of them: which fact, why it lies here, and the trace id of its cause. */
  record ParkedMessage(
      @Nullable String eventId,
      @Nullable String type,
      @Nullable String reason,
      @Nullable String traceId) {

    private static ParkedMessage of(Message message) {
      MessageProperties properties = message.getMessageProperties();
      return new ParkedMessage(
          properties.getMessageId(),
          properties.getType(),
          properties.getHeader(Headers.REASON),
          properties.getHeader(Headers.TRACE));
    }
  }

  /** Shows every queue of the service. */
  List<Parked> look() {
    return queues.stream().map(this::look).toList();
  }

  /**
   * Sends what is parked now back to its queue, as if it had never been tried; what can't be
   * handled yet is parked again.
   *
   * @return how many messages went; empty if the service has no such queue
   */
  Optional<Long> replay(String queue) {
    if (!queues.contains(queue)) {
      return Optional.empty();
    }
    long parked = count(queue);
    long moved = take(queue, parked, message -> rerouting.replay(queue, message)).size();
    log.info("{}: {} parked messages go back to work", queue, moved);
    return Optional.of(moved);
  }

  private Parked look(String queue) {
    long parked = count(queue);
    List<Message> first =
        take(
            queue,
            Math.min(parked, SHOWN),
            message -> rerouting.send(RetryTiers.parking(queue), message));
    return new Parked(queue, parked, first.stream().map(ParkedMessage::of).toList());
  }

  private long count(String queue) {
    Long count = rabbit.execute(channel -> channel.messageCount(RetryTiers.parking(queue)));
    return count == null ? 0 : count;
  }

  /** Takes up to {@code most} messages, each after {@code keep} has kept it. */
  private List<Message> take(String queue, long most, Consumer<Message> keep) {
    List<Message> taken = new ArrayList<>();
    rabbit.execute(channel -> {
      while (taken.size() < most && takeOne(channel, queue, keep, taken)) {
        log.debug("{}: {} of {} taken", queue, taken.size(), most);
      }
      return null;
    });
    return taken;
  }

  private static boolean takeOne(
      Channel channel, String queue, Consumer<Message> keep, List<Message> taken)
      throws IOException {
    GetResponse response = channel.basicGet(RetryTiers.parking(queue), false);
    if (response == null) {
      return false;
    }
    Message message = message(response);
    keep.accept(message);
    channel.basicAck(response.getEnvelope().getDeliveryTag(), false);
    taken.add(message);
    return true;
  }

  private static Message message(GetResponse response) {
    MessageProperties properties =
        new DefaultMessagePropertiesConverter()
            .toMessageProperties(response.getProps(), response.getEnvelope(), "UTF-8");
    return new Message(response.getBody(), properties);
  }
}
