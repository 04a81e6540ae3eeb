package com.alexandrite.kit.signal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Hears what any replica of the service signals with {@code pg_notify}, on a connection of its own.
 *
 * <p>A signal that is sent while the connection is down is lost; so every listener is called once
 * with {@link SignalListener#EVERYTHING} after each (re)connect and has to look for itself.
 */
class DatabaseSignals implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DatabaseSignals.class);
  private static final int WAIT_MILLIS = 10_000;
  private static final int RECONNECT_MILLIS = 500;

  private final JdbcConnectionDetails database;
  private final List<SignalListener> listeners;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Connection connection;
  private volatile boolean running;

  DatabaseSignals(JdbcConnectionDetails database, List<SignalListener> listeners) {
    this.database = database;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().daemon().name("database-signals").start(this::listenUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    closeQuietly();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listenUntilStopped() {
    while (running) {
      try {
        listenOnce();
      } catch (SQLException e) {
        if (running) {
          log.warn("No signals from the database until it is back: {}", e.getMessage());
        }
      }
      pauseBeforeReconnect();
    }
  }

  private void listenOnce() throws SQLException {
    try (Connection opened =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
      connection = opened;
      subscribe(opened);
      listeners.forEach(listener -> call(listener, SignalListener.EVERYTHING));
      PGConnection postgres = opened.unwrap(PGConnection.class);
      while (running) {
        deliver(postgres.getNotifications(WAIT_MILLIS));
      }
    }
  }

  private void subscribe(Connection opened) throws SQLException {
    try (Statement statement = opened.createStatement()) {
      for (SignalListener listener : listeners) {
        statement.execute("listen " + listener.channel());
      }
    }
  }

  private void deliver(PGNotification @Nullable [] notifications) {
    if (notifications == null) {
      return;
    }
    for (PGNotification notification : notifications) {
      listeners.stream()
          .filter(listener -> listener.channel().equals(notification.getName()))
          .forEach(listener -> call(listener, notification.getParameter()));
    }
  }

  private static void call(SignalListener listener, String payload) {
    try {
      listener.heard(payload);
    } catch (RuntimeException e) {
      log.error("The listener of {} failed", listener.channel(), e);
    }
  }

  private void pauseBeforeReconnect() {
    try {
      if (stopped.await(RECONNECT_MILLIS, MILLISECONDS)) {
        log.debug("Signals end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void closeQuietly() {
    Connection open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.debug("Closing the signal connection", e);
      }
    }
  }
}
