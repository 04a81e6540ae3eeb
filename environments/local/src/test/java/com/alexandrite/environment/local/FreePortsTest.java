package com.alexandrite.environment.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  private final FreePorts ports = new FreePorts();

  @Test
  void noPortIsGivenTwice() {
    Set<Integer> promised = new HashSet<>();
    for (int process = 0; process < 200; process++) {
      for (int port : ports.takeTwo(promised)) {
        assertThat(promised.add(port)).isTrue();
      }
    }

    assertThat(promised).hasSize(400).allMatch(port -> port < 32_768);
  }

  @Test
  void aPortThatSomebodyListensOnIsNotFree() throws IOException {
    int port = ports.take(Set.of());
    try (var listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(listening.getLocalPort())).isFalse();
    }
    assertThat(Ports.isFree(port)).isTrue();
  }
}
