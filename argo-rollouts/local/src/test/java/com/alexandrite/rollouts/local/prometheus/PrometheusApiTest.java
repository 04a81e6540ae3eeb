package com.alexandrite.rollouts.local.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusApiTest {

  private static final String ANSWER =
      "{\"status\": \"success\", \"data\": {\"resultType\": \"scalar\", \"result\": [1, \"2.5\"]}}";

  @Test
  void asksByGetWherePostIsNotTaken() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PrometheusApiTest::answer);
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      assertThat(
              new PrometheusApi(address).query("a + b", Duration.ofSeconds(10), Map.of()).value())
          .isEqualTo(new PromValue.Scalar(2.5));
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean asked = "query=a+%2B+b".equals(exchange.getRequestURI().getRawQuery());
      byte[] body = (asked ? ANSWER : "").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(asked ? 200 : 405, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
