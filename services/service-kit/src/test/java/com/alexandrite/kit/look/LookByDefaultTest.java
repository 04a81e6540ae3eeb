package com.alexandrite.kit.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an application has that asks for nothing special. */
@WebMvcTest
@ImportAutoConfiguration({LookAutoConfiguration.class, LookAutoConfiguration.Gallery.class})
class LookByDefaultTest {

  @Autowired private MockMvcTester pages;

  @Test
  void keepsTheLivingPageToItself() {
    assertThat(pages.get().uri("/look")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void offersNoDemoAccounts() {
    assertThat(pages.get().uri("/sign-in"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("/sign-in/demo");
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  static class Application {

    @Bean
    Site site() {
      return new Site(
          Audience.SELLER,
          "site.test",
          List.of(),
          List.of(new DemoAccount("vera", "Vera", "site.test")));
    }
  }
}
