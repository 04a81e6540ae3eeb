package com.alexandrite.preview.data;

import com.alexandrite.environment.local.PostgresAdmin;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL server, as somebody who may create databases and roles there. */
class DatabaseServer {

  private static final int CONNECT_SECONDS = 5;

  private final PostgresAdmin admin;

  DatabaseServer(PostgresAdmin admin) {
    this.admin = admin;
  }

  PostgresAdmin admin() {
    return admin;
  }

  /** A row of a question, as it comes. */
  interface Reading<T extends @Nullable Object> {
    T of(ResultSet row) throws SQLException;
  }

  /** Runs a statement where databases and roles are made. */
  void run(String statement) throws IOException {
    runIn(admin.database(), statement);
  }

  /** Runs statements in one session, each in a transaction of its own. */
  void runIn(String database, String... statements) throws IOException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw failed(database, e);
    }
  }

  /** Asks where databases and roles are known. */
  <T> List<T> ask(Reading<T> reading, String sql, String... parameters) throws IOException {
    return askIn(admin.database(), reading, sql, parameters);
  }

  /** Asks a database. */
  <T> List<T> askIn(String database, Reading<T> reading, String sql, String... parameters)
      throws IOException {
    try (Connection connection = connect(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<T> answers = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          answers.add(reading.of(rows));
        }
      }
      return answers;
    } catch (SQLException e) {
      throw failed(database, e);
    }
  }

  /** A session of the administrator; close it. */
  Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(admin.jdbcUrl(database));
    source.setUser(admin.user());
    source.setPassword(admin.password());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setApplicationName("alexandrite-previews");
    return source.getConnection();
  }

  boolean hasDatabase(String name) throws IOException {
    return !ask(row -> row.getString(1), "select datname from pg_database where datname = ?", name)
        .isEmpty();
  }

  boolean hasRole(String name) throws IOException {
    return !ask(row -> row.getString(1), "select rolname from pg_roles where rolname = ?", name)
        .isEmpty();
  }

  /** Databases whose names begin so. */
  List<String> databases(String prefix) throws IOException {
    return ask(
        row -> row.getString(1),
        "select datname from pg_database where starts_with(datname, ?) order by 1",
        prefix);
  }

  /** Drops a database, whoever uses it. */
  void drop(String database) throws IOException {
    run("DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)");
  }

  /** Drops several at once: the server then writes its buffers out once, not for each. */
  void dropAll(List<String> databases) throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> drops = new ArrayList<>();
      for (String database : databases) {
        drops.add(() -> {
          drop(database);
          return true;
        });
      }
      for (Future<Boolean> drop : threads.invokeAll(drops)) {
        drop.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a database was not dropped: " + e.getCause(), e.getCause());
    }
  }

  IOException failed(String database, SQLException e) {
    return new IOException(
        "PostgreSQL at %s:%d, database %s: %s"
            .formatted(admin.host(), admin.port(), database, e.getMessage()),
        e);
  }

  /** A name as SQL writes it. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as SQL writes it. */
  static String text(String text) {
    String quoted = text.replace("'", "''");
    return text.contains("\\") ? "E'" + quoted.replace("\\", "\\\\") + "'" : "'" + quoted + "'";
  }
}
