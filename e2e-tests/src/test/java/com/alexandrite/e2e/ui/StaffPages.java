package com.alexandrite.e2e.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** An order's page in CRM or MES, with the one button that moves it on. */
final class StaffPages {
  private static final double NEWS_WITHIN_MS = 20_000;

  private final Visitor person;
  private final String folder;

  /**
   * @param folder of the order's page: orders in CRM, work-orders in MES
   */
  StaffPages(Visitor person, String folder) {
    this.person = person;
    this.folder = folder;
  }

  /** Opens the order and presses the button of that action; the page then tells the new state. */
  void moves(String order, String action, String newState) {
    Page page = person.opens("/" + folder + "/" + order);
    Locator button = page.locator("form[action$='/" + action + "'] button").first();
    assertThat(button).isVisible(within());
    button.click();
    assertThat(page.locator("[data-state=" + newState + "]").first()).isVisible(within());
  }

  private static LocatorAssertions.IsVisibleOptions within() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(NEWS_WITHIN_MS);
  }
}
