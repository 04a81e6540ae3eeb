package com.alexandrite.environment.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {

  private static final Map<String, String> REPLACED =
      Map.of(
          "ALEXANDRITE_POSTGRES_URL", "postgresql://admin:p%40ss@db:6543/main",
          "ALEXANDRITE_RABBITMQ_URL", "amqp://guest:secret@mq/orders",
          "ALEXANDRITE_REDIS_URL", "redis://cache:6379",
          "ALEXANDRITE_S3_URL", "https://key:secret@s3.example/models",
          "ALEXANDRITE_PROMETHEUS_URL", "http://metrics:9090");

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(folder.resolve("home")).create();
  }

  @Test
  void an_address_in_the_environment_replaces_a_server() throws IOException {
    LocalServers servers = servers(REPLACED);

    assertThat(names(servers)).containsExactly("haproxy");
    assertThat(servers.databases())
        .isEqualTo(new PostgresAdmin("db", 6543, "admin", "p@ss", "main"));
    assertThat(servers.broker()).isEqualTo(new Broker("mq", 5672, "guest", "secret", "orders"));
    assertThat(servers.redisUrl()).isEqualTo("redis://cache:6379");
    assertThat(servers.objectStore())
        .isEqualTo(new ObjectStore("https://s3.example", "key", "secret", "models"));
    assertThat(servers.prometheusUrl()).isEqualTo("http://metrics:9090");
  }

  @Test
  void without_them_all_are_own() throws IOException {
    assertThat(names(servers(Map.of())))
        .containsExactlyInAnyOrder("haproxy", "postgres", "rabbitmq", "redis", "prometheus", "s3");
  }

  @Test
  void each_service_has_its_own_database_and_nobody_else_may_read_its_configuration()
      throws IOException {
    var ports = Ports.of(home, false);
    var secrets = new Secrets(home);
    var configuration = new ServiceConfiguration(home, ports, secrets, servers(Map.of()));

    configuration.write(Path.of("/manifests"));

    assertThat(configuration.read("crm").get("SPRING_DATASOURCE_URL")).endsWith("/crm");
    assertThat(configuration.read("pricing-worker"))
        .containsEntry("SPRING_DATASOURCE_USERNAME", "pricing")
        .containsKey("SPRING_DATA_REDIS_URL");
    assertThat(configuration.read("console"))
        .containsEntry("ALEXANDRITE_MANIFESTS", "/manifests")
        .containsEntry("ALEXANDRITE_CONSOLE_TOKEN", secrets.get("console-token"))
        .containsEntry("ALEXANDRITE_FLAGSERVER_DATABASE_USERNAME", "flags")
        .containsEntry("ALEXANDRITE_FLAGSERVER_KEYS_LOCAL", "ser." + secrets.get("flags-key"));
    assertThat(configuration.read("shop"))
        .containsEntry(
            "ALEXANDRITE_FLAGS_URL", "http://127.0.0.1:" + ports.get("console") + "/api/v1/")
        .containsEntry("ALEXANDRITE_FLAGS_KEY", "ser." + secrets.get("flags-key"))
        .containsEntry("ALEXANDRITE_FLAGS_ENVIRONMENT", "local");
    for (String file : List.of("config/shop.env", "secrets/postgres", "ports.json")) {
      assertThat(Files.getPosixFilePermissions(home.resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(Files.getPosixFilePermissions(home.path()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_secret_is_made_once() throws IOException {
    String first = new Secrets(home).get("redis");

    assertThat(new Secrets(home).get("redis")).isEqualTo(first).hasSize(24);
    assertThat(new Secrets(home).get("s3")).isNotEqualTo(first);
  }

  private LocalServers servers(Map<String, String> environment) throws IOException {
    return new LocalServers(
        home, Ports.of(home, false), new Secrets(home), environment, new Checkout(folder));
  }

  private static List<String> names(LocalServers servers) {
    return servers.own().stream().map(BackingServer::name).toList();
  }
}
