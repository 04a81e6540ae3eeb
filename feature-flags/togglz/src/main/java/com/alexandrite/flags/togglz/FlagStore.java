package com.alexandrite.flags.togglz;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document in the service's own database. Its table has a migration history of its own and is
 * made with the first use: so the service starts without its database, and its own history stays
 * one that revisions without this module can check. Each change is signalled on {@value #CHANNEL}.
 */
final class FlagStore {
  /** Channel of {@code pg_notify}; the payload is the environment. */
  static final String CHANNEL = "flags";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Key of the advisory lock; any number that nobody else in the database uses. */
  private static final long MIGRATION_LOCK = 0x666c616773L;

  private final DataSource database;
  private final String address;
  private final FlagDocument initial;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private volatile boolean prepared;

  /**
   * Does not connect yet.
   *
   * @param address what an error calls the database
   * @param initial what is in force until something is stored
   */
  FlagStore(DataSource database, String address, FlagDocument initial) {
    this.database = database;
    this.address = address;
    this.initial = initial;
    this.jdbc = JdbcClient.create(database);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  private record Row(FlagDocument document, @Nullable FlagDocument pushed) {}

  /** What is in force. */
  FlagDocument read() throws IOException {
    return asked(() -> select("").map(Row::document).orElse(initial));
  }

  /**
   * Stores a pushed document, unless one of its version or a newer one is known. A flag that was
   * changed here keeps that until the push changes it, too: nobody's kill is undone by somebody
   * else's unrelated change.
   *
   * @return what is in force
   */
  FlagDocument push(FlagDocument pushed) throws IOException {
    return changed(row -> {
      FlagDocument before = row.pushed();
      boolean known = before != null && before.version() >= pushed.version();
      return known ? row : new Row(Changes.merged(row.document(), before, pushed), pushed);
    });
  }

  /** Changes one flag; the version stays, because it counts what the flag server did. */
  FlagDocument change(String key, UnaryOperator<FlagState> change) throws IOException {
    return changed(row -> new Row(Changes.with(row.document(), key, change), row.pushed()));
  }

  private FlagDocument changed(UnaryOperator<Row> change) throws IOException {
    return asked(() ->
        transactions.execute(_ -> {
          insertWhenAbsent();
          Row before = select(" for update").orElseThrow();
          Row after = change.apply(before);
          if (!after.equals(before)) {
            update(after);
          }
          return after.document();
        }));
  }

  private Optional<Row> select(String lock) {
    return jdbc.sql(
            "select document, pushed from flag_documents where environment = :environment" + lock)
        .param("environment", initial.environment())
        .query((row, _) -> {
          String pushed = row.getString("pushed");
          return new Row(
              JSON.readValue(row.getString("document"), FlagDocument.class),
              pushed == null ? null : JSON.readValue(pushed, FlagDocument.class));
        })
        .optional();
  }

  private void insertWhenAbsent() {
    jdbc.sql(
            "insert into flag_documents (environment, version, document)"
                + " values (:environment, :version, :document::jsonb) on conflict do nothing")
        .param("environment", initial.environment())
        .param("version", initial.version())
        .param("document", JSON.writeValueAsString(initial))
        .update();
  }

  private void update(Row row) {
    FlagDocument pushed = row.pushed();
    jdbc.sql(
            "update flag_documents set version = :version, document = :document::jsonb,"
                + " pushed = :pushed::jsonb where environment = :environment")
        .param("version", row.document().version())
        .param("document", JSON.writeValueAsString(row.document()))
        .param("pushed", pushed == null ? null : JSON.writeValueAsString(pushed))
        .param("environment", initial.environment())
        .update();
    jdbc.sql("select 1 from pg_notify(:channel, :environment)")
        .param("channel", CHANNEL)
        .param("environment", initial.environment())
        .query(Integer.class)
        .single();
  }

  private FlagDocument asked(Supplier<@Nullable FlagDocument> question) throws IOException {
    try {
      prepare();
      FlagDocument answer = question.get();
      return answer == null ? initial : answer;
    } catch (DataAccessException | TransactionException | FlywayException e) {
      throw new IOException("the flags' database " + address + " is away: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new IOException("the flags in " + address + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Two processes that start together must not both make the history beside a service's tables:
   * Flyway's own lock begins only once there is one. So the database's lock is held around it.
   */
  private synchronized void prepare() {
    if (prepared) {
      return;
    }
    try (Connection held = database.getConnection();
        Statement lock = held.createStatement()) {
      lock.execute("select pg_advisory_lock(" + MIGRATION_LOCK + ")");
      try {
        migrate();
      } finally {
        lock.execute("select pg_advisory_unlock(" + MIGRATION_LOCK + ")");
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("no connection", e);
    }
    prepared = true;
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/flags")
        .table("flags_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
