package com.alexandrite.e2e.ui;

import com.alexandrite.e2e.scenario.Platform;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** A person at a browser of their own, signed in with a demo account. */
final class Visitor implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final String address;

  private Visitor(BrowserContext context, String address) {
    this.context = context;
    this.page = context.newPage();
    this.address = address;
  }

  static Visitor signedIn(Browser browser, Platform platform, String site, String user) {
    Browser.NewContextOptions english =
        new Browser.NewContextOptions().setLocale("en-US").setTimezoneId("UTC");
    Visitor visitor = new Visitor(browser.newContext(english), platform.address(site));
    visitor.signIn(user, platform.demoPassword());
    return visitor;
  }

  /** Opens a page of the site. */
  Page opens(String path) {
    page.navigate(address + path);
    return page;
  }

  /** The page that is open. */
  Page page() {
    return page;
  }

  @Override
  public void close() {
    context.close();
  }

  private void signIn(String user, String password) {
    opens("/sign-in");
    page.locator("#username").fill(user);
    page.locator("#password").fill(password);
    page.locator("form.card button.primary").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }
}
