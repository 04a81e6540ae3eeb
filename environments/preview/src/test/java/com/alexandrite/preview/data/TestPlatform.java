package com.alexandrite.preview.data;

import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.PostgresAdmin;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A baseline on a real server: the four services' databases with their real migrations and some
 * customers' orders, under names of its own.
 */
final class TestPlatform implements BeforeAllCallback, AfterAllCallback {

  static final Set<String> ALL = Baseline.DATABASES.keySet();

  private final BackingServers servers = BackingServers.postgres();
  private final String installation =
      HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final Path root = Checkout.around(Path.of("")).root();
  private @Nullable PostgresAdmin admin;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    servers.beforeAll(context);
    admin = servers.postgresAdmin();
    for (String service : ALL) {
      String live = live(Baseline.databaseOf(service).orElseThrow());
      server().run("CREATE ROLE \"%s\" LOGIN PASSWORD 'live'".formatted(live));
      server().run("CREATE DATABASE \"%1$s\" OWNER \"%1$s\"".formatted(live));
      migrate(service, live, "live", root);
      server().runIn(live, customers(service));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    new Clones(server(), installation, databases().templates())
        .found()
        .forEach(preview -> {
          try {
            databases().remove(preview);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    for (String prefix : List.of(TemplateName.prefix(installation), live(""))) {
      for (String database : server().databases(prefix)) {
        server().drop(database);
      }
    }
    for (String database : Baseline.DATABASES.values()) {
      server().run("DROP ROLE IF EXISTS \"%s\"".formatted(live(database)));
    }
    server().run("DROP ROLE IF EXISTS \"%s\"".formatted(TemplateName.owner(installation)));
    servers.afterAll(context);
  }

  String installation() {
    return installation;
  }

  Path root() {
    return root;
  }

  PostgresAdmin admin() {
    PostgresAdmin known = admin;
    return known == null ? servers.postgresAdmin() : known;
  }

  DatabaseServer server() {
    return new DatabaseServer(admin());
  }

  String live(String database) {
    return "live_" + installation + "_" + database;
  }

  Baseline baseline() {
    return baseline(root);
  }

  Baseline baseline(Path sources) {
    Set<String> closed = Set.of(live("shop"), live("crm"), live("mes"), live("pricing"));
    return Baseline.of(installation, sources, "salt", closed, this::live);
  }

  /** As the console has them, but fresh templates are made only when a test asks. */
  Databases databases() {
    return databases(server());
  }

  Databases databases(DatabaseServer server) {
    return new Databases(server, baseline(), InstantSource.system(), _ -> {});
  }

  Space space(String name) {
    return new Space(installation, new PreviewName(name), "seed");
  }

  Content baselineOnly(String... services) {
    return new Content("0".repeat(40), root, Set.of(services), Set.of());
  }

  /** A branch's work tree with the real migrations in it. */
  Path branch(Path folder) throws IOException {
    for (String module : List.of("service-kit", "shop", "crm", "mes", "pricing-worker")) {
      Path from = root.resolve("services/" + module + "/src/main/resources/db/migration");
      Path to = folder.resolve("services/" + module + "/src/main/resources/db/migration");
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.toList()) {
          Path copy = to.resolve(from.relativize(file));
          Files.createDirectories(copy.getParent());
          if (Files.isRegularFile(file)) {
            Files.copy(file, copy);
          }
        }
      }
    }
    return folder;
  }

  /** What a service does at its start. */
  int migrate(String service, String database, String password, Path sources) {
    String folder = "filesystem:" + sources.resolve("services/%s/src/main/resources/db/migration");
    return Flyway.configure()
        .dataSource(admin().jdbcUrl(database), database, password)
        .locations(folder.formatted("service-kit"), folder.formatted(service))
        .outOfOrder(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  Connection connectAs(String role, String password, String database) throws SQLException {
    return DriverManager.getConnection(admin().jdbcUrl(database), role, password);
  }

  void as(Space space, String database, String... statements) throws SQLException {
    String clone = space.database(database);
    try (Connection connection = connectAs(clone, space.secret("database"), clone);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  long count(String database, String table) throws IOException {
    return server()
        .askIn(database, row -> row.getLong(1), "select count(*) from " + table)
        .getFirst();
  }

  private String[] customers(String service) throws IOException {
    String name = "/customers/" + service + ".sql";
    try (var file = TestPlatform.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException("no " + name);
      }
      return new String[] {
        new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
      };
    }
  }
}
