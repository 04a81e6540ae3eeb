package com.alexandrite.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An id is taken from who called, made when there is none, and gone when the scope ends. */
class TraceIdTest {

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void takesTheCallersId() {
    assertThat(TraceId.ofTraceparent("00-" + ID + "-00f067aa0ba902b7-01")).contains(ID);
    try (TraceId.Scope _ = TraceId.open(ID)) {
      assertThat(TraceId.current()).contains(ID);
    }
    assertThat(TraceId.current()).isEmpty();
  }

  @Test
  void makesOneInPlaceOfNonsense() {
    assertThat(TraceId.ofTraceparent("00-" + ID)).isEmpty();
    try (TraceId.Scope scope = TraceId.open("<script>")) {
      assertThat(scope.id()).matches("[0-9a-f]{32}");
    }
  }
}
