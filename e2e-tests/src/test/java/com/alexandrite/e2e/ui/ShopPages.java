package com.alexandrite.e2e.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The Shop as a customer sees it. */
final class ShopPages {
  private static final double PRICE_WITHIN_MS = 30_000;
  private static final double NEWS_WITHIN_MS = 20_000;
  private static final Pattern ORDER = Pattern.compile(".*/orders/[0-9a-f-]{36}.*");

  private final Visitor customer;

  ShopPages(Visitor customer) {
    this.customer = customer;
  }

  /** Chooses a piece and uploads a model; the order's page opens. Gives the order's id. */
  String uploads(byte[] model) {
    Page page = customer.opens("/new");
    page.locator("input[type=file]").setInputFiles(new FilePayload("ring.stl", "model/stl", model));
    page.waitForURL(ORDER, new Page.WaitForURLOptions().setTimeout(PRICE_WITHIN_MS));
    String path = page.url().replaceAll("[?#].*", "");
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1)).toString();
  }

  /** Waits for the price on the open page; gives it as it is shown. */
  String seesAPrice() {
    Locator total = customer.page().locator("#total");
    assertThat(total)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PRICE_WITHIN_MS));
    return total.innerText();
  }

  /** How much of what the shown price is made of, line by line. */
  List<String> priceQuantities() {
    return customer.page().locator(".prices .quantity").allInnerTexts();
  }

  /** Orders at the shown price. */
  void places() {
    customer.page().locator("#place").click();
    seesState("PRICE_CALCULATED");
  }

  /** Puts a mark on the open page, which a reload would wipe off. */
  void marksThePage() {
    customer.page().evaluate("() => { window.marked = true }");
  }

  /** Whether the page is still the marked one. */
  boolean stillHasTheMark() {
    return Boolean.TRUE.equals(customer.page().evaluate("() => window.marked === true"));
  }

  /** Waits until the open page tells that state. */
  void seesState(String state) {
    Locator badge = customer.page().locator(".page-header [data-state=" + state + "]");
    assertThat(badge)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEWS_WITHIN_MS));
  }
}
