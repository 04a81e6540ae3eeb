package com.alexandrite.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.Customer;
import com.alexandrite.e2e.scenario.Models;
import com.alexandrite.e2e.scenario.Operator;
import com.alexandrite.e2e.scenario.Platform;
import com.alexandrite.e2e.scenario.Seller;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalsIT {
  private final Platform platform = Platform.running();
  private final Customer anna = platform.customer("anna");

  @Test
  void aFileThatIsNoModelIsRefusedWithTheReason() {
    String order = anna.beginsAnOrder();
    Response upload = anna.triesToUpload(order, Models.notAModel());
    if (upload.statusCode() == 202) {
      assertThat(anna.getsARefusalFor(order)).isNotBlank();
      anna.seesState(order, "PRICING_FAILED");
    } else {
      assertThat(upload.statusCode()).isBetween(400, 422);
      assertThat(upload.<String>path("detail")).isNotBlank();
    }
  }

  @Test
  void aRefusedModelCanBeReplacedByAGoodOne() {
    String order = anna.beginsAnOrder();
    anna.triesToUpload(order, Models.notAModel());
    anna.triesToUpload(order, Models.plainRing()).then().statusCode(202);
    assertThat(anna.getsAPriceFor(order)).isNotBlank();
  }

  @Test
  void anOrderIsPlacedOnlyWithItsQuote() {
    String order = anna.uploads(Models.plainRing());
    Response refused = anna.triesToPlace(order, UUID.randomUUID().toString());
    assertProblem(refused, 409);
  }

  @Test
  void aModelCannotBeChangedAfterPlacing() {
    String order = anna.orders(Models.plainRing());
    assertProblem(anna.triesToUpload(order, Models.plainRing()), 409);
  }

  @Test
  void aSellerCannotCloseWhatIsNotShipped() {
    Seller vera = platform.seller();
    String order = anna.orders(Models.plainRing());
    vera.awaits(order, "PRICE_CALCULATED");
    assertProblem(vera.triesTo("close", order), 409);
  }

  @Test
  void anOperatorCannotShipWhatIsNotMade() {
    Operator oleg = platform.operator("oleg");
    String order = anna.orders(Models.plainRing());
    platform.seller().approves(order);
    oleg.takes(order);
    assertProblem(oleg.triesTo("ship", order), 409);
  }

  @Test
  void anOrderIsNobodyElsesBusiness() {
    String order = anna.uploads(Models.plainRing());
    assertThat(platform.customer("boris").sees(order).statusCode()).isEqualTo(404);
  }

  private static void assertProblem(Response answer, int status) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<String>path("detail")).isNotBlank();
    assertThat(answer.<String>path("code")).isNotBlank();
  }
}
