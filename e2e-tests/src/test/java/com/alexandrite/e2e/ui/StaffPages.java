package com.alexandrite.e2e.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.alexandrite.e2e.scenario.Eventually;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** An order's page in CRM or MES, with the one button that moves it on. */
final class StaffPages {
  private static final Duration NEWS_WITHIN = Duration.ofSeconds(30);

  private final Visitor person;
  private final String folder;

  /**
   * @param folder of the order's page: orders in CRM, work-orders in MES
   */
  StaffPages(Visitor person, String folder) {
    this.person = person;
    this.folder = folder;
  }

  /**
   * Opens the order once it has arrived, presses the button, and sees the new state.
   *
   * @param button its id: approve or close in CRM, perform in MES
   */
  void moves(String order, String button, String newState) {
    Eventually.see(
        "the button " + button + " of " + order,
        NEWS_WITHIN,
        () -> opened(order).locator("#" + button).isVisible(),
        visible -> visible);
    // Opening a page before the answer would cancel the post.
    person
        .page()
        .waitForResponse(
            answer -> answer.request().method().equals("POST"),
            () -> person.page().locator("#" + button).click());
    assertThat(badge(order, newState)).isVisible();
  }

  private Page opened(String order) {
    return person.opens("/" + folder + "/" + order);
  }

  private Locator badge(String order, String state) {
    return opened(order).locator(".page-header [data-state=" + state + "]");
  }
}
