package com.alexandrite.e2e.scenario;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;

/** Makes, packs and ships what is ordered. */
public final class Operator {
  private static final Duration NEWS_WITHIN = Duration.ofSeconds(30);

  private final SiteClient mes;

  Operator(SiteClient mes) {
    this.mes = mes;
  }

  /** Waits for the work order and takes it. */
  public void takes(String order) {
    Eventually.see(
        "the work order of " + order + " can be taken",
        NEWS_WITHIN,
        () -> triesTo("take", order),
        answer -> answer.statusCode() == 200);
  }

  /** Has made it. */
  public void completes(String order) {
    triesTo("complete", order).then().statusCode(200);
  }

  /** Has packed it. */
  public void packs(String order) {
    triesTo("pack", order).then().statusCode(200);
  }

  /** Has handed it to the carrier. */
  public void ships(String order) {
    triesTo("ship", order).then().statusCode(200);
  }

  /** Takes, completes, packs or ships, allowed or not. */
  public Response triesTo(String action, String order) {
    return mes.post("/api/work-orders/" + order + "/" + action, Map.of());
  }
}
