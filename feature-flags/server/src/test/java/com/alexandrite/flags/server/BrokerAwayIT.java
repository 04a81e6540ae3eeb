package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The server starts and takes changes while the broker is away; later everybody is told. */
class BrokerAwayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  @Test
  void whatWasChangedMeanwhileIsToldWhenItIsBack() throws Exception {
    int port = freePort();
    try (var rig = new FlagRig(servers, host, FlagRig.broker(servers, port));
        var instance = new TestInstance("shop-1", "local", factory())) {
      JsonNode killed =
          rig.post("/api/flags/page-layout/environments/local/kill", Map.of("reason", "away"), 200);
      long version = killed.path("version").asLong();
      assertThat(instance.version()).isZero();

      try (var door = new Door(port, servers.rabbitPort())) {
        await().atMost(PATIENCE).until(() -> instance.version() == version);
        assertThat(door.opened()).isTrue();
        await()
            .atMost(PATIENCE)
            .until(() ->
                rig.get("/api/flag-environments/local/instances").size() == 1
                    && !rig.get("/api/flag-changes/" + killed.path("change").path("id").asLong())
                        .path("everywhereMs")
                        .isNull());
      }
    }
  }

  private static ConnectionFactory factory() {
    var factory = new ConnectionFactory();
    factory.setPort(servers.rabbitPort());
    factory.setUsername(servers.rabbitUser());
    factory.setPassword(servers.rabbitPassword());
    factory.setVirtualHost(servers.rabbitVhost());
    return factory;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Leads from one port to another while it is open. */
  private static final class Door implements AutoCloseable {
    private final ServerSocket server;
    private volatile boolean opened;

    Door(int from, int to) throws IOException {
      server = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> accept(to));
    }

    boolean opened() {
      return opened;
    }

    private void accept(int to) {
      try {
        while (!server.isClosed()) {
          Socket inside = server.accept();
          Socket outside = new Socket(InetAddress.getLoopbackAddress(), to);
          opened = true;
          Thread.ofVirtual().start(() -> copy(inside, outside));
          Thread.ofVirtual().start(() -> copy(outside, inside));
        }
      } catch (IOException e) {
        opened = opened && server.isClosed();
      }
    }

    private static void copy(Socket from, Socket to) {
      try (from;
          to) {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
