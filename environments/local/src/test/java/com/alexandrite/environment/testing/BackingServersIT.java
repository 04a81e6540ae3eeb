package com.alexandrite.environment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All four servers for real. */
class BackingServersIT {

  @RegisterExtension
  static final BackingServers servers = BackingServers.postgres().rabbit().redis().s3();

  @Test
  void every_server_listens() throws IOException {
    for (String address :
        new String[] {
          servers.jdbcUrl().substring("jdbc:".length()),
          "amqp://127.0.0.1:" + servers.rabbitPort(),
          servers.redisUrl(),
          servers.s3Endpoint()
        }) {
      try (var socket =
          new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }

  @Test
  void properties_and_environment_say_the_same() {
    assertThat(servers.springProperties())
        .containsEntry("spring.rabbitmq.virtual-host", servers.rabbitVhost())
        .containsEntry("spring.datasource.url", servers.jdbcUrl());
    assertThat(servers.environment())
        .containsEntry("SPRING_RABBITMQ_VIRTUAL_HOST", servers.rabbitVhost())
        .containsEntry("ALEXANDRITE_S3_SECRET_KEY", servers.s3SecretKey());
  }
}
