package com.alexandrite.crm.order;

import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The other services, played by their events. */
final class Facts {

  private final RabbitTemplate rabbit;
  private final JsonMapper json;

  Facts(RabbitTemplate rabbit, JsonMapper json) {
    this.rabbit = rabbit;
    this.json = json;
  }

  static EventFacts at(UUID order, long version) {
    return new EventFacts(UUID.randomUUID(), order, version, Instant.now(), "test");
  }

  static OrderPriced priced(UUID order) {
    Money price = Money.euro(new BigDecimal("42"));
    var line = new QuoteLine("metal", "Silver", BigDecimal.ONE, "g", price, price);
    var geometry = new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true);
    var quote =
        new Quote(
            UUID.randomUUID(),
            List.of(line),
            price,
            geometry,
            "test",
            "1",
            Instant.now().plusSeconds(60));
    var model = new ModelFile("models/x", "00", 84, "ring.stl");
    return new OrderPriced(
        at(order, 3), "AX-7", "anna", model, MaterialCode.SILVER_925, 1, quote, null);
  }

  void publish(OrderEvent event) {
    rabbit.send(
        EventType.EXCHANGE,
        event.type().key(),
        MessageBuilder.withBody(json.writeValueAsBytes(event))
            .setMessageId(event.facts().eventId().toString())
            .setType(event.type().key())
            .build());
  }
}
