package com.alexandrite.flags.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The flag server's database. One bean that shows neither its data source nor its transaction
 * manager: the host's own stay the only ones of their type.
 */
public final class FlagDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FlagDatabase.class);
  private static final int CONNECTIONS = 8;

  private final HikariDataSource source;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** Connects when it is first used. */
  public FlagDatabase(String url, String user, String password) {
    source = new HikariDataSource(configuration(url, user, password));
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    // A part that is refused is rolled back alone; whoever called it may still write that down.
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  private static HikariConfig configuration(String url, String user, String password) {
    var configuration = new HikariConfig();
    configuration.setPoolName("flags");
    configuration.setJdbcUrl(url);
    configuration.setUsername(user);
    configuration.setPassword(password);
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setMinimumIdle(1);
    configuration.setInitializationFailTimeout(-1);
    configuration.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    return configuration;
  }

  /** Brings the tables up to date; waits for a server that is only just starting. */
  public FlagDatabase migrate() {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:flags/db")
        .connectRetries(10)
        .load()
        .migrate();
    return this;
  }

  /** Runs statements, inside of the running transaction when there is one. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** All or nothing. */
  public <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()), "the work gave null");
  }

  /** All or nothing. */
  public void inTransaction(Runnable work) {
    transaction.executeWithoutResult(_ -> work.run());
  }

  /** Does it when the running transaction has committed; at once without one. */
  public static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              work.run();
            } catch (RuntimeException e) {
              // What was asked for is done; nobody may be told that it is not.
              log.warn("The change is made, but not everybody was told at once", e);
            }
          }
        });
  }

  /** A moment as the driver takes it. */
  public static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /** A moment as the driver gives it. */
  public static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  @Override
  public void close() {
    source.close();
  }
}
