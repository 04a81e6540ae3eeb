package com.alexandrite.kit.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** A service knows the accounts of its configuration and no other. */
@ExtendWith(OutputCaptureExtension.class)
class NoOtherAccountsTest {

  private final WebApplicationContextRunner service =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  AccountAutoConfiguration.class,
                  DispatcherServletAutoConfiguration.class,
                  SecurityAutoConfiguration.class,
                  ServletWebSecurityAutoConfiguration.class,
                  UserDetailsServiceAutoConfiguration.class,
                  WebMvcAutoConfiguration.class));

  @Test
  void noUserIsMadeUpAtTheStart(CapturedOutput output) {
    service.run(started -> {
      assertThat(started).hasNotFailed().hasSingleBean(UserDetailsService.class);
      UserDetailsService users = started.getBean(UserDetailsService.class);
      assertThatThrownBy(() -> users.loadUserByUsername("user"))
          .isInstanceOf(UsernameNotFoundException.class);
    });
    assertThat(output).doesNotContain("generated security password");
  }
}
