package com.alexandrite.shop.order;

import com.alexandrite.environment.testing.SessionClient;
import com.alexandrite.environment.testing.SessionClient.Answer;
import java.util.UUID;

/** A customer with a program. */
final class ShopClient {

  private final SessionClient client;

  ShopClient(int port) {
    client = new SessionClient(port);
  }

  ShopClient signedInAs(String username) {
    client.signedInAs(username, "secret");
    return this;
  }

  UUID begin() {
    return UUID.fromString(post("/api/orders", "{}").text("orderId"));
  }

  Answer upload(UUID order, byte[] bytes) {
    return client.put("/api/orders/" + order + "/model?filename=ring.stl", bytes);
  }

  Answer place(UUID order, UUID quote) {
    return post("/api/orders/" + order + "/place", "{\"quoteId\":\"%s\"}".formatted(quote));
  }

  Answer show(UUID order) {
    return client.get("/api/orders/" + order);
  }

  Answer post(String path, String body) {
    return client.post(path, body);
  }
}
