package com.alexandrite.pricing.request;

import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.PriceRequested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** Plays the Shop: stores models, asks for prices, hears the answers. */
final class ShopSide implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RabbitTemplate rabbit;
  private final SimpleMessageListenerContainer listener;
  private final List<OrderEvent> heard = new CopyOnWriteArrayList<>();

  ShopSide(ConnectionFactory connections) {
    RabbitAdmin admin = new RabbitAdmin(connections);
    TopicExchange exchange = new TopicExchange(EventType.EXCHANGE, true, false);
    admin.declareExchange(exchange);
    Queue answers = new Queue("test-" + UUID.randomUUID(), false, false, true);
    admin.declareQueue(answers);
    for (EventType type : List.of(EventType.PRICE_CALCULATED, EventType.PRICING_FAILED)) {
      admin.declareBinding(BindingBuilder.bind(answers).to(exchange).with(type.key()));
    }
    rabbit = new RabbitTemplate(connections);
    listener = new SimpleMessageListenerContainer(connections);
    listener.setQueues(answers);
    listener.setMessageListener(this::hear);
    listener.start();
  }

  ModelFile store(ObjectStore store, byte[] bytes) throws IOException {
    ModelFile model = TestModels.claim(bytes);
    Path file = Files.createTempFile("upload", ".stl");
    try {
      store.put(model.key(), Files.write(file, bytes));
    } finally {
      Files.delete(file);
    }
    return model;
  }

  void ask(PriceRequested request) {
    Message message =
        MessageBuilder.withBody(JSON.writeValueAsBytes(request))
            .setMessageId(request.facts().eventId().toString())
            .setType(EventType.PRICE_REQUESTED.key())
            .build();
    rabbit.send(EventType.EXCHANGE, EventType.PRICE_REQUESTED.key(), message);
  }

  /** The answers about the order of a request, so far. */
  List<OrderEvent> answersTo(PriceRequested request) {
    return heard.stream()
        .filter(event -> event.facts().orderId().equals(request.facts().orderId()))
        .toList();
  }

  @Override
  public void close() {
    listener.stop();
  }

  private void hear(Message message) {
    EventType type =
        EventType.ofKey(String.valueOf(message.getMessageProperties().getReceivedRoutingKey()))
            .orElseThrow();
    String body = new String(message.getBody(), StandardCharsets.UTF_8);
    heard.add(JSON.readValue(body, type.recordType()));
  }
}
