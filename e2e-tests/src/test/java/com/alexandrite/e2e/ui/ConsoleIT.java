package com.alexandrite.e2e.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.alexandrite.e2e.scenario.Platform;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
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
  void theReleaseManagerSeesWhatIsLive() {
    try (Visitor rita = chromium.visitor(platform, "console", "rita")) {
      String stable = platform.releaseManager().rollout().path("stable").asString();
      Page page = rita.opens("/rollouts/shop");
      assertThat(page.locator("main")).containsText(stable);
      assertThat(page.locator("[data-state]").first()).isVisible();
    }
  }

  @Test
  void aStrangerIsAskedToSignIn() {
    try (Visitor rita = chromium.visitor(platform, "console", "rita")) {
      rita.page().context().clearCookies();
      Page page = rita.opens("/rollouts/shop");
      assertThat(page.locator("#password")).isVisible();
    }
  }
}
