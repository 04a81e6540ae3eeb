package com.alexandrite.kit.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.kit.telemetry.CustomerRequests;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The drill spoils what it promises, and only when the process was started for it. */
class DrillTest {

  @Test
  void isOffUnlessTheEnvironmentSaysSo() {
    assertThat(Drill.of(Map.of())).isEqualTo(Drill.OFF);
    assertThat(DrillAutoConfiguration.registration(Map.of()).isEnabled()).isFalse();
  }

  @Test
  void readsTheEnvironment() {
    assertThat(Drill.of(Map.of(Drill.VARIABLE, "errors"))).isEqualTo(Drill.ERRORS);
    assertThat(Drill.of(Map.of(Drill.VARIABLE, "latency"))).isEqualTo(Drill.LATENCY);
  }

  @Test
  void unknownDrillStopsTheStart() {
    assertThatThrownBy(() -> Drill.of(Map.of(Drill.VARIABLE, "eror")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answers500ToTheUnluckyQuarter() throws ServletException, IOException {
    assertThat(answer(0.24, new MockHttpServletRequest())).isEqualTo(500);
    assertThat(answer(0.25, new MockHttpServletRequest())).isEqualTo(200);
  }

  @Test
  void sparesTheProcessOwnRequestsAndStreams() throws ServletException, IOException {
    var own = new MockHttpServletRequest();
    own.addHeader(CustomerRequests.OWN_HEADER, CustomerRequests.ownMark());
    var stream = new MockHttpServletRequest();
    stream.addHeader("Accept", "text/event-stream");

    assertThat(answer(0.0, own)).isEqualTo(200);
    assertThat(answer(0.0, stream)).isEqualTo(200);
  }

  @Test
  void nobodyElseCanClaimToBeTheProcess() throws ServletException, IOException {
    var forged = new MockHttpServletRequest();
    forged.addHeader(CustomerRequests.OWN_HEADER, "true");

    assertThat(answer(0.0, forged)).isEqualTo(500);
  }

  private static int answer(double chance, MockHttpServletRequest request)
      throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    new DrillFilter(Drill.ERRORS, () -> chance).doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
