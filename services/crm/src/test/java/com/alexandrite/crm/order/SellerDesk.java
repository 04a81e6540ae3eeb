package com.alexandrite.crm.order;

import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.SessionClient;
import com.alexandrite.environment.testing.SessionClient.Answer;
import com.alexandrite.messages.ManufacturingCompleted;
import com.alexandrite.messages.ManufacturingStarted;
import com.alexandrite.messages.OrderPackaged;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderShipped;
import com.alexandrite.messages.OrderState;
import java.time.Duration;
import java.util.UUID;

/** A seller with a program, and the orders that come to her. */
record SellerDesk(SessionClient client, Facts others) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A new order that waits for approval. */
  UUID arrived() {
    OrderPriced priced = Facts.priced(UUID.randomUUID());
    others.publish(priced);
    awaitState(priced.facts().orderId(), OrderState.PRICE_CALCULATED);
    return priced.facts().orderId();
  }

  /** A new order that MES has sent on its way. */
  UUID shipped() {
    UUID order = arrived();
    act(order, "approve");
    others.publish(new ManufacturingStarted(Facts.at(order, 5)));
    others.publish(new ManufacturingCompleted(Facts.at(order, 6)));
    others.publish(new OrderPackaged(Facts.at(order, 7)));
    others.publish(new OrderShipped(Facts.at(order, 8), "Express", "AX7-1"));
    awaitState(order, OrderState.SHIPPED);
    return order;
  }

  void awaitState(UUID order, OrderState state) {
    await().atMost(PATIENCE).until(() -> show(order).text("state").equals(state.name()));
  }

  Answer show(UUID order) {
    return client.get("/api/orders/" + order);
  }

  Answer act(UUID order, String act) {
    return client.post("/api/orders/" + order + "/" + act, "");
  }
}
