package com.alexandrite.e2e.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.Models;
import com.alexandrite.e2e.scenario.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderInBrowserIT {
  private final Platform platform = Platform.running();
  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = Chromium.started();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @Test
  void anOrderGoesFromUploadToClosedAndItsOpenPageFollowsWithoutReload() {
    try (Visitor anna = chromium.visitor(platform, "shop", "anna");
        Visitor vera = chromium.visitor(platform, "crm", "vera");
        Visitor oleg = chromium.visitor(platform, "mes", "oleg")) {
      ShopPages shop = new ShopPages(anna);
      StaffPages crm = new StaffPages(vera, "orders");
      StaffPages mes = new StaffPages(oleg, "work-orders");

      String order = shop.uploads(Models.plainRing());
      assertThat(shop.seesAPrice()).containsPattern("[0-9]");
      assertThat(shop.priceQuantities()).anyMatch(line -> line.startsWith("1 opening ×"));
      shop.places();
      shop.marksThePage();
      crm.moves(order, "approve", "MANUFACTURING_APPROVED");
      shop.seesState("MANUFACTURING_APPROVED");
      mes.moves(order, "perform", "MANUFACTURING_STARTED");
      shop.seesState("MANUFACTURING_STARTED");
      mes.moves(order, "perform", "MANUFACTURING_COMPLETED");
      mes.moves(order, "perform", "PACKAGING");
      mes.moves(order, "perform", "SHIPPED");
      shop.seesState("SHIPPED");
      crm.moves(order, "close", "CLOSED");
      shop.seesState("CLOSED");
      assertThat(shop.stillHasTheMark()).isTrue();
    }
  }

  @Test
  void aFileThatIsNoModelIsRefusedOnThePage() {
    try (Visitor anna = chromium.visitor(platform, "shop", "anna")) {
      ShopPages shop = new ShopPages(anna);
      shop.uploads(Models.notAModel());
      shop.seesState("PRICING_FAILED");
    }
  }
}
