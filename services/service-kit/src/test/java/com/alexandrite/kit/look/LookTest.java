package com.alexandrite.kit.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of the kit in an application that has nothing else. */
@WebMvcTest(properties = {"alexandrite.look.enabled=true", "alexandrite.demo=true"})
@ImportAutoConfiguration({LookAutoConfiguration.class, LookAutoConfiguration.Gallery.class})
class LookTest {

  @Autowired private MockMvcTester pages;

  @Test
  void showsEveryPartOnTheLivingPage() {
    assertThat(pages.get().uri("/look"))
        .hasStatusOk()
        .bodyText()
        .contains("Every part of the pages", "Being priced", "data-chart", "€1,249,320.50")
        .doesNotContain("??", "style=\"", "onclick=", "<script>", "preview-bar");
  }

  @Test
  void forbidsInlineScriptAndStyle() {
    assertThat(pages.get().uri("/sign-in"))
        .headers()
        .hasValue("Content-Security-Policy", SecureHeaders.POLICY);
    assertThat(SecureHeaders.POLICY).doesNotContain("unsafe");
  }

  @Test
  void addressesOfAssetsCarryTheHashOfTheirContent() {
    assertThat(pages.get().uri("/sign-in"))
        .bodyText()
        .containsPattern("/kit/tokens-[0-9a-f]{32}\\.css")
        .containsPattern("/webjars/htmx\\.org/2[^\"]*/htmx\\.min-[0-9a-f]{32}\\.js");
  }

  @Test
  void offersDemoAccountsWithOneClick() {
    assertThat(pages.get().uri("/sign-in"))
        .hasStatusOk()
        .bodyText()
        .contains("Continue as Anna", "value=\"anna\"");
  }

  @Test
  void speaksRussianToThoseWhoPreferIt() {
    assertThat(pages.get().uri("/sign-in").header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
        .bodyText()
        .contains("lang=\"ru\"", "Пароль")
        .doesNotContain("??");
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  static class Application {

    @Bean
    Site site() {
      return new Site(
          Audience.CUSTOMER,
          "site.test",
          List.of(new NavLink("/look", "site.test", "gem")),
          List.of(new DemoAccount("anna", "Anna", "site.test")));
    }
  }
}
