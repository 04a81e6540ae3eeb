package com.alexandrite.e2e.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.CommandLine.Ended;
import com.alexandrite.e2e.scenario.Customer;
import com.alexandrite.e2e.scenario.Developer;
import com.alexandrite.e2e.scenario.DraftBranch;
import com.alexandrite.e2e.scenario.Models;
import com.alexandrite.e2e.scenario.Platform;
import com.alexandrite.e2e.scenario.Seller;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreviewIT {
  private static final String PRICES =
      "services/pricing-core/src/main/resources/com/alexandrite/pricing/price/";

  private final Platform platform = Platform.running();
  private final Developer developer = platform.developer();

  @Test
  void aBranchIsTriedBesideTheBaselineAndLeavesNothing() {
    try (DraftBranch branch =
        DraftBranch.changing(
            "e2e/dearer-setup",
            this::dearer,
            PRICES + "rates.properties",
            PRICES + "rates-v2.properties")) {
      Ended created = developer.previews(branch);
      assertThat(created.exitCode()).as(created.log()).isZero();
      assertIsOfTheBranch(created.result());
      String preview = created.result().path("name").asString();
      try {
        String order = assertHasAWorldOfItsOwn(platform.inPreview(preview));
        assertWakesForAVisitor(preview, order);
        assertBeginsAgain(preview, order);
      } finally {
        assertIsGone(preview, developer.removes(preview));
      }
    }
  }

  /** A change that every price tells. */
  private String dearer(String rates) {
    return rates.replaceFirst("(?m)^setup = .*$", "setup = 118.50");
  }

  private static void assertIsOfTheBranch(JsonNode preview) {
    assertThat(preview.path("readySeconds").asDouble()).isPositive();
    assertThat(preview.path("addresses").path("shop").asString())
        .contains("shop." + preview.path("name").asString() + ".localhost");
    assertThat(
            preview
                .path("services")
                .valueStream()
                .filter(service -> service.path("origin").asString().equals("branch"))
                .map(service -> service.path("name").asString()))
        .contains("pricing-worker");
  }

  private String assertHasAWorldOfItsOwn(Platform inPreview) {
    Customer here = platform.customer("anna");
    Customer there = inPreview.customer("anna");
    String usual = here.orders(Models.plainRing());
    String dearer = there.orders(Models.plainRing());
    assertThat(price(there, dearer)).isGreaterThan(price(here, usual).add(new BigDecimal(50)));
    assertThat(here.sees(dearer).statusCode()).isEqualTo(404);
    assertThat(there.sees(usual).statusCode()).isEqualTo(404);

    Seller thereInCrm = inPreview.seller();
    thereInCrm.approves(dearer);
    there.seesState(dearer, "MANUFACTURING_APPROVED");
    assertThat(platform.seller().triesTo("approve", dearer).statusCode()).isEqualTo(404);
    assertThat(thereInCrm.triesTo("approve", usual).statusCode()).isEqualTo(404);
    return dearer;
  }

  private void assertWakesForAVisitor(String preview, String order) {
    Ended asleep = developer.putsToSleep(preview);
    assertThat(asleep.result().path("phase").asString()).as(asleep.log()).isEqualTo("ASLEEP");
    Customer anna = platform.inPreview(preview).customer("anna");
    assertThat(anna.sees(order).statusCode()).isEqualTo(200);
  }

  private void assertBeginsAgain(String preview, String order) {
    Ended reset = developer.resets(preview);
    assertThat(reset.exitCode()).as(reset.log()).isZero();
    Customer anna = platform.inPreview(preview).customer("anna");
    assertThat(anna.sees(order).statusCode()).isEqualTo(404);
  }

  private void assertIsGone(String preview, Ended removed) {
    assertThat(removed.exitCode()).as(removed.log()).isZero();
    JsonNode all = developer.seesThePreviews();
    assertThat(all.path("previews").valueStream().map(each -> each.path("name").asString()))
        .doesNotContain(preview);
    assertThat(all.path("orphans").asInt(-1)).as(all.toString()).isZero();
  }

  private static BigDecimal price(Customer customer, String order) {
    return new BigDecimal(String.valueOf(customer.sees(order).<Object>path("quote.total.amount")));
  }
}
