package com.alexandrite.e2e.scenario;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;

/** Approves orders for manufacturing and closes them. */
public final class Seller {
  private static final Duration NEWS_WITHIN = Duration.ofSeconds(30);

  private final SiteClient crm;

  Seller(SiteClient crm) {
    this.crm = crm;
  }

  /** Waits for the order to arrive and approves it. */
  public void approves(String order) {
    awaits(order, "PRICE_CALCULATED");
    triesTo("approve", order).then().statusCode(200);
  }

  /** Waits for the shipment and closes the order. */
  public void closes(String order) {
    awaits(order, "SHIPPED");
    triesTo("close", order).then().statusCode(200);
  }

  /** Approves or closes, allowed or not. */
  public Response triesTo(String action, String order) {
    return crm.post("/api/orders/" + order + "/" + action, Map.of());
  }

  /** Waits until the CRM tells that state. */
  public void awaits(String order, String state) {
    Eventually.see(
        "CRM tells " + order + " " + state,
        NEWS_WITHIN,
        () -> crm.get("/api/orders/" + order),
        answer -> answer.statusCode() == 200 && state.equals(answer.path("state")));
  }
}
