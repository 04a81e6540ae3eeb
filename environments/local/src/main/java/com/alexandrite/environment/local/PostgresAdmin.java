package com.alexandrite.environment.local;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Makes roles and databases, as often as asked; {@code psql} does the talking. */
public record PostgresAdmin(String host, int port, String user, String password, String database) {

  private static final int STANDARD_PORT = 5432;

  /** Reads {@code postgresql://user:password@host:port/database}. */
  public static PostgresAdmin of(URI uri) {
    Credentials credentials = Credentials.of(uri);
    String database = uri.getPath().length() > 1 ? uri.getPath().substring(1) : "postgres";
    return new PostgresAdmin(
        uri.getHost(),
        uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
        credentials.user(),
        credentials.password(),
        database);
  }

  /** Makes sure that the role may log in with this password and owns a database of its name. */
  public void ensureDatabase(String name, String itsPassword) throws IOException {
    ensureDatabases(Map.of(name, itsPassword));
  }

  /** The same for several, in one call: database name (also role name) to password. */
  public void ensureDatabases(Map<String, String> passwords) throws IOException {
    var script = new StringBuilder();
    passwords.forEach((name, itsPassword) -> script.append(ensure(name, itsPassword)));
    run(script.toString());
  }

  /** Deletes a database and its role, also while somebody uses it. */
  public void drop(String name) throws IOException {
    run(
        """
        DROP DATABASE IF EXISTS "%1$s" WITH (FORCE);
        DROP ROLE IF EXISTS "%1$s";
        """
            .formatted(name));
  }

  /** The address for JDBC clients. */
  public String jdbcUrl(String databaseName) {
    return "jdbc:postgresql://" + host + ":" + port + "/" + databaseName;
  }

  private static String ensure(String name, String password) {
    return """
    SELECT 'CREATE ROLE "%1$s"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s')\\gexec
    ALTER ROLE "%1$s" LOGIN PASSWORD '%2$s';
    SELECT 'CREATE DATABASE "%1$s" OWNER "%1$s"'
      WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '%1$s')\\gexec
    """
        .formatted(name, password);
  }

  private void run(String script) throws IOException {
    Shell.run(
        List.of(
            Programs.requirePostgres("psql").toString(),
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--host=" + host,
            "--port=" + port,
            "--username=" + user,
            "--dbname=" + database),
        Map.of("PGPASSWORD", password, "PGCONNECT_TIMEOUT", "5", "LC_ALL", "C.UTF-8"),
        script);
  }
}
