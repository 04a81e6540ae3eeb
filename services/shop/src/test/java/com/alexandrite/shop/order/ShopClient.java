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

  Answer placeExpress(UUID order, UUID quote) {
    return client.post(
        "/api/orders/" + order + "/place",
        "{\"quoteId\":\"%s\",\"express\":true}".formatted(quote));
  }

  /** A page as a browser asks for it. */
  SessionClient.Page page(String path) {
    return client.page(path);
  }

  /** Whatever is at an address, as a script asks for it. */
  SessionClient.Page fetch(String path) {
    return client.fetch(path);
  }

  /** Asks for a stream and hangs up. */
  int stream(String path) {
    return client.stream(path);
  }

  Answer get(String path) {
    return client.get(path);
  }

  Answer post(String path, String body) {
    return client.post(path, body);
  }
}
