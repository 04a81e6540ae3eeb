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
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreviewIT {
  private static final String PRICES =
      "services/pricing-core/src/main/resources/com/alexandrite/pricing/price/";

  private static final BigDecimal FAR = new BigDecimal(50);

  private final Platform platform = Platform.running();
  private final Developer developer = platform.developer();

  @Test
  void twoBranchesAreTriedBesideTheBaselineAndLeaveNothing() {
    try (DraftBranch dear = pricing("e2e/dear-setup", "118.50");
        DraftBranch dearer = pricing("e2e/dearer-setup", "218.50")) {
      try {
        developer.beginsAPreview(dearer);
        String first = ready(dear);
        String second = ready(dearer);
        String order = assertEachHasAWorldOfItsOwn(first, second);
        assertWakesForAVisitor(first, order);
        assertBeginsAgain(first, order);
      } catch (RuntimeException | AssertionError e) {
        developer.removes(dear.preview());
        developer.removes(dearer.preview());
        throw e;
      }
      assertIsRemoved(dear);
      assertIsRemoved(dearer);
      assertNothingIsLeft();
    }
  }

  /** A change that every price tells. */
  private static DraftBranch pricing(String branch, String setup) {
    return DraftBranch.changing(
        branch,
        rates -> rates.replaceFirst("(?m)^setup = .*$", "setup = " + setup),
        PRICES + "rates.properties",
        PRICES + "rates-v2.properties");
  }

  private String ready(DraftBranch branch) {
    Ended created = developer.previews(branch);
    assertThat(created.exitCode()).as(created.log()).isZero();
    JsonNode preview = created.result();
    assertThat(preview.path("name").asString()).isEqualTo(branch.preview());
    assertThat(preview.path("readySeconds").asDouble()).isPositive();
    assertThat(preview.path("addresses").path("shop").asString())
        .contains("shop." + branch.preview() + ".localhost");
    assertThat(
            preview
                .path("services")
                .valueStream()
                .filter(service -> service.path("origin").asString().equals("branch"))
                .map(service -> service.path("name").asString()))
        .contains("pricing-worker");
    return branch.preview();
  }

  /** The same model has three prices, and no order is seen where it was not placed. */
  private String assertEachHasAWorldOfItsOwn(String first, String second) {
    List<Platform> worlds =
        List.of(platform, platform.inPreview(first), platform.inPreview(second));
    List<Customer> customers = worlds.stream().map(world -> world.customer("anna")).toList();
    List<Seller> sellers = worlds.stream().map(Platform::seller).toList();
    List<String> orders = customers.stream().map(anna -> anna.orders(Models.plainRing())).toList();
    for (int world = 1; world < worlds.size(); world++) {
      assertThat(price(customers.get(world), orders.get(world)))
          .isGreaterThan(price(customers.get(world - 1), orders.get(world - 1)).add(FAR));
    }
    sellers.get(1).approves(orders.get(1));
    customers.get(1).seesState(orders.get(1), "MANUFACTURING_APPROVED");
    for (int here = 0; here < worlds.size(); here++) {
      for (int there = 0; there < worlds.size(); there++) {
        if (here != there) {
          String foreign = orders.get(there);
          assertThat(customers.get(here).sees(foreign).statusCode()).isEqualTo(404);
          assertThat(sellers.get(here).triesTo("approve", foreign).statusCode()).isEqualTo(404);
        }
      }
    }
    return orders.get(1);
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

  private void assertIsRemoved(DraftBranch branch) {
    Ended removed = developer.removes(branch.preview());
    assertThat(removed.exitCode()).as(removed.log()).isZero();
  }

  private void assertNothingIsLeft() {
    JsonNode all = developer.seesThePreviews();
    assertThat(all.path("previews")).as(all.toString()).isEmpty();
    assertThat(all.path("orphans").asInt(-1)).as(all.toString()).isZero();
  }

  private static BigDecimal price(Customer customer, String order) {
    return new BigDecimal(String.valueOf(customer.sees(order).<Object>path("quote.total.amount")));
  }
}
