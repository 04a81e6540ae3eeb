package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.local.PostgresAdmin;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The scripts of a space's Jobs against real servers. */
class SpaceIT {

  @RegisterExtension
  static final BackingServers servers = BackingServers.postgres().rabbit().redis();

  private static final List<String> DATABASES = List.of("shop", "crm", "mes", "pricing");

  private static final Space space = new Space("c0de", new PreviewName("rings-2"), "unused");

  @BeforeAll
  static void baseline() throws IOException {
    erase();
    for (String database : DATABASES) {
      sql("postgres", "CREATE DATABASE " + database);
      sql(
          database,
          """
          CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY, note text);
          CREATE SEQUENCE numbers;
          CREATE VIEW notes AS SELECT note FROM orders;
          INSERT INTO orders (note) VALUES ('as in staging')
          """);
    }
    scripts().run("make-templates");
  }

  @AfterAll
  static void erase() throws IOException {
    scripts().run("remove-databases");
    scripts().run("remove-broker");
    for (String database : DATABASES) {
      sql("postgres", "DROP DATABASE IF EXISTS " + database + "_template");
      sql("postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }
  }

  @Test
  void each_database_is_a_clone_that_its_owner_and_nobody_else_may_migrate() throws IOException {
    scripts().run("make-databases");

    for (String database : DATABASES) {
      String clone = space.database(database);
      assertThat(asOwner(clone, "SELECT note FROM notes")).isEqualTo("as in staging");
      asOwner(clone, "ALTER TABLE orders ADD COLUMN gift text; SELECT nextval('numbers')");
      asOwner(clone, "INSERT INTO orders (note, gift) VALUES ('of the preview', 'yes')");
      assertThat(sql(database, "SELECT count(*) FROM orders")).isEqualTo("1");
    }
    assertThatThrownBy(
            () -> run(psql(space.database("crm"), space.database("shop"), password(), "SELECT 1")))
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_push_begins_with_fresh_data_even_while_somebody_is_connected() throws Exception {
    scripts().run("make-databases");
    asOwner(space.database("shop"), "ALTER TABLE orders ADD COLUMN gift text");
    var connected =
        psql(space.database("shop"), space.database("shop"), password(), "SELECT pg_sleep(60)");
    var session = connected.start();
    try {
      scripts().run("make-databases");
    } finally {
      session.destroyForcibly().waitFor();
    }

    assertThat(asOwner(space.database("shop"), "SELECT * FROM orders"))
        .isEqualTo("1|as in staging");
  }

  @Test
  void its_user_may_do_everything_in_its_virtual_host_and_hear_of_flags_elsewhere()
      throws IOException {
    scripts().run("make-broker");
    scripts().run("make-broker");

    JsonNode permissions = rabbit("users/" + space.vhost() + "/permissions");
    assertThat(permissions).hasSize(2);
    for (JsonNode permission : permissions) {
      boolean own = permission.path("vhost").asString().equals(space.vhost());
      assertThat(permission.path("write").asString())
          .isEqualTo(own ? ".*" : "^(flags\\.applied|amq\\.gen.*)$");
      assertThat(permission.path("read").asString())
          .isEqualTo(own ? ".*" : "^(flags\\.changed|amq\\.gen.*)$");
      assertThat(permission.path("configure").asString()).isEqualTo(own ? ".*" : "^amq\\.gen.*$");
    }
  }

  @Test
  void everything_goes_and_what_is_gone_is_no_error() throws IOException {
    String key = space.redisPrefix() + "price";
    scripts().run("make-databases");
    scripts().run("make-broker");
    redis("set", key, "12");
    redis("set", "preview:c0de:rings-20:price", "13");

    for (int i = 0; i < 2; i++) {
      scripts().run("remove-databases");
      scripts().run("remove-broker");
      scripts().run("remove-keys");
    }

    assertThat(sql("postgres", "SELECT count(*) FROM pg_database WHERE datname LIKE 'pv\\_c0de%'"))
        .isEqualTo("0");
    assertThat(sql("postgres", "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'pv\\_c0de%'"))
        .isEqualTo("0");
    assertThat(rabbit("vhosts")).noneMatch(it -> it.path("name").asString().equals(space.vhost()));
    assertThat(redis("exists", key)).isEqualTo("0");
    assertThat(redis("del", "preview:c0de:rings-20:price")).isEqualTo("1");
  }

  private static SpaceScripts scripts() {
    Map<String, String> environment = new HashMap<>(administrator());
    environment.put("INSTALLATION", space.installation());
    environment.put("NAME", space.name().value());
    environment.put("SEED", "seed");
    environment.put("RABBITMQ_URL", "http://127.0.0.1:" + servers.rabbitManagementPort());
    environment.put("RABBITMQ_ADMIN", servers.rabbitUser());
    environment.put("RABBITMQ_ADMIN_PASSWORD", servers.rabbitPassword());
    environment.put("RABBITMQ_BASELINE", servers.rabbitVhost());
    environment.put("REDIS_URL", servers.redisUrl());
    return new SpaceScripts(environment);
  }

  private static Map<String, String> administrator() {
    PostgresAdmin admin = servers.postgresAdmin();
    return Map.of(
        "PGHOST", admin.host(),
        "PGPORT", Integer.toString(admin.port()),
        "PGUSER", admin.user(),
        "PGPASSWORD", admin.password());
  }

  /** As the Job derives it; make-secrets.sh gives it to the services. */
  private static String password() throws IOException {
    return scripts().says("password database");
  }

  private static String asOwner(String clone, String sql) throws IOException {
    return run(psql(clone, clone, password(), sql));
  }

  private static String sql(String database, String sql) throws IOException {
    PostgresAdmin admin = servers.postgresAdmin();
    return run(psql(database, admin.user(), admin.password(), sql));
  }

  private static ProcessBuilder psql(String database, String user, String password, String sql) {
    var builder =
        new ProcessBuilder(
            "psql", "--no-psqlrc", "-qtA", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql);
    builder.environment().putAll(administrator());
    builder.environment().putAll(Map.of("PGUSER", user, "PGPASSWORD", password));
    return builder;
  }

  private static String run(ProcessBuilder builder) throws IOException {
    return Run.in(Path.of(""), builder.command(), builder.environment(), "").strip();
  }

  private static String redis(String... words) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "redis-cli",
                "-u",
                servers.redisUrl().replace("//:", "//default:"),
                "--no-auth-warning"));
    command.addAll(List.of(words));
    return Run.in(Path.of(""), command, Map.of(), "").strip();
  }

  private static JsonNode rabbit(String path) throws IOException {
    String user = servers.rabbitUser() + ":" + servers.rabbitPassword();
    String url = "http://127.0.0.1:" + servers.rabbitManagementPort() + "/api/" + path;
    return Manifest.MAPPER.readTree(
        Run.in(Path.of(""), List.of("curl", "-fsS", "-u", user, url), Map.of(), ""));
  }
}
