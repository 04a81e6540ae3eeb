package com.alexandrite.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.Customer;
import com.alexandrite.e2e.scenario.Models;
import com.alexandrite.e2e.scenario.Operator;
import com.alexandrite.e2e.scenario.Platform;
import com.alexandrite.e2e.scenario.Seller;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderJourneyIT {
  private final Platform platform = Platform.running();
  private final Customer anna = platform.customer("anna");

  @Test
  void anOrderGoesFromUploadToClosed() {
    Seller vera = platform.seller();
    Operator oleg = platform.operator("oleg");

    String order = anna.uploads(Models.plainRing());
    String quote = anna.getsAPriceFor(order);
    anna.places(order, quote);
    anna.seesState(order, "PRICE_CALCULATED");
    vera.approves(order);
    anna.seesState(order, "MANUFACTURING_APPROVED");
    oleg.takes(order);
    anna.seesState(order, "MANUFACTURING_STARTED");
    oleg.completes(order);
    anna.seesState(order, "MANUFACTURING_COMPLETED");
    oleg.packs(order);
    anna.seesState(order, "PACKAGING");
    oleg.ships(order);
    anna.seesState(order, "SHIPPED");
    vera.closes(order);

    Response closed = anna.seesState(order, "CLOSED");
    assertThat(closed.<List<String>>path("timeline.state"))
        .containsExactly(
            "INITIATED",
            "FILE_UPLOADED",
            "SUBMITTED",
            "PRICE_CALCULATED",
            "MANUFACTURING_APPROVED",
            "MANUFACTURING_STARTED",
            "MANUFACTURING_COMPLETED",
            "PACKAGING",
            "SHIPPED",
            "CLOSED");
  }

  @Test
  void thePriceIsTheSumOfItsLines() {
    String order = anna.uploads(Models.plainRing());
    anna.getsAPriceFor(order);
    Response seen = anna.sees(order);
    assertThat(seen.<List<?>>path("quote.lines")).isNotEmpty();
    assertThat(Double.parseDouble(String.valueOf(seen.<Object>path("quote.total.amount"))))
        .isPositive();
  }
}
