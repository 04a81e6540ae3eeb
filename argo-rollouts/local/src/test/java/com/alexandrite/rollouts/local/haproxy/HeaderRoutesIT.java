package com.alexandrite.rollouts.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.HeaderRoute;
import com.alexandrite.rollouts.engine.model.HeaderRoute.HeaderMatch;
import com.alexandrite.rollouts.engine.model.HeaderRoute.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that go to the canary by their headers, while it has no weight. */
class HeaderRoutesIT extends BehindHaproxy {
  private static final String CANARY = "be_shop_canary";

  @BeforeEach
  void serveWithBoth() {
    runtime.apply(SHOP, List.of(pod(stable, 100)));
    runtime.apply(CANARY, List.of(pod(canary, 100)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          EXACT  | yes            | X-Canary: yes              | canary
          EXACT  | yes            | x-CANARY: yes              | canary
          EXACT  | yes            | X-Canary: Yes              | stable
          EXACT  | yes            | X-Canary: yes!             | stable
          EXACT  | yes            | X-Other: x-canary: yes     | stable
          EXACT  | a b #c;"d"\\e | X-Canary: a b #c;"d"\\e  | canary
          EXACT  | .*             | X-Canary: yes              | stable
          EXACT  | ёж             | X-Canary: ёж               | canary
          PREFIX | team-          | X-Canary: team-blue        | canary
          PREFIX | team-          | X-Canary: my-team-blue     | stable
          PREFIX | a.b            | X-Canary: axb              | stable
          REGEX  | v[0-9]+        | X-Canary: v12              | canary
          REGEX  | v[0-9]+        | X-Canary: v12b             | stable
          REGEX  | ^v\\d$        | X-Canary: v1               | canary
          REGEX  | [^x]*last      | X-Canary: first            | stable
          REGEX  | .*(Firefox).*  | X-Canary: a Firefox/1 b    | canary
          REGEX  | a\\s#b        | X-Canary: a #b             | canary
          REGEX  | []a]+          | X-Canary: ]a               | canary
          REGEX  | [[:alpha:] ]+x | X-Canary: a bx             | canary
          REGEX  | (?i)YES        | X-Canary: yes              | canary
          REGEX  | a\\ [\\ b]\\#    | X-Canary: a b#             | canary
          """)
  void comparesTheWholeValue(Kind kind, String value, String header, String served)
      throws IOException {
    runtime.routeByHeader(SHOP, CANARY, List.of(route(new HeaderMatch("X-Canary", kind, value))));

    assertThat(ask(header, "X-Z: last")).isEqualTo(served);
  }

  @Test
  void aRouteWantsAllOfItsHeadersAndOneOfSeveralRoutesIsEnough() throws IOException {
    runtime.routeByHeader(
        SHOP,
        CANARY,
        List.of(
            route(
                new HeaderMatch("role", Kind.EXACT, "staff"),
                new HeaderMatch("country", Kind.PREFIX, "D")),
            route(new HeaderMatch("x-beta", Kind.EXACT, "1"))));

    assertThat(ask("Country: DE", "Role: staff")).isEqualTo("canary");
    assertThat(ask("Role: staff")).isEqualTo("stable");
    assertThat(ask("Role: staff", "Country: FR")).isEqualTo("stable");
    assertThat(ask("X-Beta: 1")).isEqualTo("canary");
    // Two lines of the same name: one of them is enough.
    assertThat(ask("X-Beta: 0", "X-Beta: 1")).isEqualTo("canary");
  }

  @Test
  void isRemovedAndLeavesTheRoutesOfOthersAlone() throws IOException {
    HeaderRoute beta = route(new HeaderMatch("x-beta", Kind.EXACT, "1"));
    HeaderRoute staff = route(new HeaderMatch("x-staff", Kind.EXACT, "1"));
    runtime.routeByHeader("be_crm", "be_crm_canary", List.of(beta));
    assertThat(runtime.routeByHeader(SHOP, CANARY, List.of(beta, staff))).isTrue();
    assertThat(runtime.routeByHeader(SHOP, CANARY, List.of(beta, staff))).isFalse();

    runtime.routeByHeader(SHOP, CANARY, List.of(staff));
    assertThat(ask("X-Beta: 1")).isEqualTo("stable");
    assertThat(ask("X-Staff: 1")).isEqualTo("canary");
    runtime.routeByHeader(SHOP, CANARY, List.of());
    assertThat(ask("X-Staff: 1")).isEqualTo("stable");

    assertThat(runtime.empty(CANARY)).isTrue();
    assertThat(runtime.empty(CANARY)).isFalse();
    assertThat(runtime.routeByHeader("be_crm", "be_crm_canary", List.of(beta))).isFalse();
  }

  @Test
  void outlivesARestartOfTheEdgeAndTheLossOfItsFile() throws IOException {
    HeaderRoute beta = route(new HeaderMatch("x-beta", Kind.EXACT, "1"));
    runtime.routeByHeader(SHOP, CANARY, List.of(beta));
    runtime.apply(CANARY, List.of(pod(canary, 100)));
    haproxy.kill();
    haproxy.restart();
    assertThat(ask("X-Beta: 1")).isEqualTo("canary");

    haproxy.kill();
    Files.writeString(haproxy.socket().resolveSibling("header-routes.map"), "");
    haproxy.restart();
    assertThat(ask("X-Beta: 1")).isEqualTo("stable");
    assertThat(runtime.routeByHeader(SHOP, CANARY, List.of(beta))).isTrue();
    assertThat(ask("X-Beta: 1")).isEqualTo("canary");
  }

  @Test
  void withoutACanaryTheWeightsDecide() throws IOException {
    runtime.routeByHeader(SHOP, CANARY, List.of(route(new HeaderMatch("x-beta", Kind.EXACT, "1"))));
    runtime.empty(CANARY);
    assertThat(ask("X-Beta: 1")).isEqualTo("stable");
  }

  private static HeaderRoute route(HeaderMatch... match) {
    return new HeaderRoute("route", List.of(match));
  }

  /** One request on a connection of its own; the header lines are sent as they are written here. */
  private String ask(String... headers) throws IOException {
    String request =
        "GET / HTTP/1.1\r\nHost: shop.localhost\r\n"
            + String.join("\r\n", headers)
            + "\r\nConnection: close\r\n\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), haproxy.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
    }
  }
}
