package com.alexandrite.environment.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacingAddressTest {

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, not a url",
    "POSTGRES, mysql://boss@127.0.0.1:5432/postgres",
    "RABBITMQ, 127.0.0.1:5672",
    "REDIS, redis:",
    "S3, http://key:secret@127.0.0.1:9000",
    "PROMETHEUS, 127.0.0.1",
  })
  void whatIsNoAddressIsAnsweredWithAnExample(String server, String text) {
    String variable = "ALEXANDRITE_" + server + "_URL";

    assertThat(ReplacingAddress.complaints(Map.of(variable, text)))
        .singleElement()
        .asString()
        .startsWith(variable + " is not an address like ");
  }

  @Test
  void anAddressWhereNobodyListensIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(ReplacingAddress.complaints(at(port))).isEmpty();
    }

    assertThat(ReplacingAddress.complaints(at(port)))
        .containsExactly(
            "nothing answers at 127.0.0.1:%d, the address in ALEXANDRITE_POSTGRES_URL"
                .formatted(port));
  }

  @Test
  void nothingSetIsNothingWrong() {
    assertThat(ReplacingAddress.complaints(Map.of("ALEXANDRITE_REDIS_URL", " "))).isEmpty();
  }

  private static Map<String, String> at(int port) {
    return Map.of(
        "ALEXANDRITE_POSTGRES_URL", "postgresql://boss:secret@127.0.0.1:" + port + "/postgres");
  }
}
