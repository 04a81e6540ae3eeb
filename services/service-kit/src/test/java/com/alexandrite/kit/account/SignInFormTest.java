package com.alexandrite.kit.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After signing in people land on this site, whatever the address said. */
class SignInFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/ok\r\nLocation: x",
        "",
        "evil"
      })
  void foreignTargetLeadsHome(String next) {
    assertThat(SignInForm.ownPath(next)).isEqualTo("/");
  }

  @Test
  void ownTargetIsKept() {
    assertThat(SignInForm.ownPath("/orders/1?a=b")).isEqualTo("/orders/1?a=b");
  }
}
