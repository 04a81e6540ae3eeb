package com.alexandrite.environment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(folder.resolve("a")).create();
  }

  @Test
  void are_different_free_and_the_same_next_time() throws IOException {
    Ports ports = Ports.of(home, false);

    assertThat(new HashSet<>(ports.asMap().values())).hasSize(Ports.NAMES.size());
    assertThat(ports.asMap().values()).allMatch(port -> port >= 20_000 && port < 32_768);
    assertThat(Ports.of(home, false).asMap()).isEqualTo(ports.asMap());
  }

  @Test
  void of_two_homes_do_not_meet_while_both_are_stopped() throws IOException {
    var other = new Home(folder.resolve("b")).create();

    assertThat(Ports.of(home, false).asMap().values())
        .doesNotContainAnyElementsOf(Ports.of(other, false).asMap().values());
  }

  @Test
  void keep_known_ones_when_a_new_name_is_needed() throws IOException {
    home.write("ports.json", "{\"edge\": 12345}");

    assertThat(Ports.of(home, false).get("edge")).isEqualTo(12345);
    assertThat(Files.readString(home.resolve("ports.json"))).contains("12345", "postgres");
  }

  @Test
  void a_taken_port_is_noticed_and_its_holder_named() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
      assertThat(PortHolder.of(socket.getLocalPort())).contains(ProcessHandle.current());
      assertThat(PortHolder.describe(socket.getLocalPort())).startsWith("java (pid ");
    }
  }

  @Test
  void an_unknown_name_is_refused() throws IOException {
    Ports ports = Ports.of(home, false);

    assertThatThrownBy(() -> ports.get("fax")).hasMessageContaining("fax");
  }
}
