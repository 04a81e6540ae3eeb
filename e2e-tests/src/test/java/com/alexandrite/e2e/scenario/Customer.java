package com.alexandrite.e2e.scenario;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Uploads a model, sees the price, orders, follows. */
public final class Customer {
  private static final Duration PRICE_WITHIN = Duration.ofSeconds(30);
  private static final Duration NEWS_WITHIN = Duration.ofSeconds(30);

  private final SiteClient shop;
  private final String name;

  Customer(SiteClient shop, String name) {
    this.shop = shop;
    this.name = name;
  }

  /** Begins an order and uploads a model; gives the order's id. */
  public String uploads(byte[] model) {
    String order = beginsAnOrder();
    triesToUpload(order, model).then().statusCode(202);
    return order;
  }

  /** Begins an order without a model. */
  public String beginsAnOrder() {
    Response answer = shop.post("/api/orders", Map.of());
    answer.then().statusCode(201);
    return answer.path("orderId");
  }

  /** Uploads whatever it is. */
  public Response triesToUpload(String order, byte[] model) {
    return shop.put(path(order) + "/model?filename=ring.stl", model);
  }

  /** Waits for the price, without a seller; gives the quote's id. */
  public String getsAPriceFor(String order) {
    return Eventually.see("a quote for " + order, PRICE_WITHIN, () -> sees(order), Customer::quoted)
        .path("quote.quoteId");
  }

  /** Waits for the reason why the model got no price. */
  public String getsARefusalFor(String order) {
    Response seen =
        Eventually.see(
            "a refusal of " + order,
            PRICE_WITHIN,
            () -> sees(order),
            r -> r.path("failure") != null);
    return String.valueOf(seen.<Object>path("failure"));
  }

  /** Orders at the quoted price. */
  public void places(String order, String quoteId) {
    triesToPlace(order, quoteId).then().statusCode(200);
  }

  /** Orders, allowed or not. */
  public Response triesToPlace(String order, String quoteId) {
    return shop.post(
        path(order) + "/place",
        Map.of("quoteId", quoteId, "idempotencyKey", UUID.randomUUID().toString()));
  }

  /** Uploads a model, waits for the price and orders; gives the order's id. */
  public String orders(byte[] model) {
    String order = uploads(model);
    places(order, getsAPriceFor(order));
    return order;
  }

  /** Waits until the order's page tells that state. */
  public Response seesState(String order, String state) {
    return Eventually.see(
        name + " sees " + order + " " + state,
        NEWS_WITHIN,
        () -> sees(order),
        answer -> state.equals(answer.path("state")));
  }

  /** The order as it is told now. */
  public Response sees(String order) {
    return shop.get(path(order));
  }

  /** The Shop's API as this customer's program uses it. */
  public SiteClient shop() {
    return shop;
  }

  private static boolean quoted(Response order) {
    return order.statusCode() == 200 && order.path("quote.quoteId") != null;
  }

  private static String path(String order) {
    return "/api/orders/" + order;
  }
}
