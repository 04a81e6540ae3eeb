package com.alexandrite.e2e.ui;

import com.alexandrite.e2e.scenario.Platform;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;

/** The distribution's own Chromium, without a window. It resolves {@code *.localhost} by itself. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium started() {
    // Without this Playwright fetches a browser of its own, which an offline machine cannot.
    Map<String, String> noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    Path program = Path.of("/usr/bin/chromium");
    LaunchOptions options = new LaunchOptions().setExecutablePath(program).setHeadless(true);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A person signed in to a site. */
  Visitor visitor(Platform platform, String site, String user) {
    return Visitor.signedIn(browser, platform, site, user);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
