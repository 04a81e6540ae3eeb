package com.alexandrite.flags.server.push;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DeliverCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RabbitMQ as the flag server uses it: tells of new documents, hears who applied them. It is a
 * connection of its own, made when it is first needed, because its host may have none; while the
 * broker is away every call fails quickly and is tried again by whoever made it.
 */
public final class FlagBroker implements AutoCloseable {
  /** Fanout: new documents. */
  public static final String CHANGED = "flags.changed";

  /** Fanout: who applied which version. */
  public static final String APPLIED = "flags.applied";

  private static final Logger log = LoggerFactory.getLogger(FlagBroker.class);
  private static final String REPORTS = "flags.applied.server";
  private static final Duration CONFIRM = Duration.ofSeconds(2);

  private final ConnectionFactory factory;
  private final Consumer<String> reports;
  private @Nullable Connection connection;
  private @Nullable Channel publishing;

  /** Speaks to the broker of this factory; hands each report's JSON on. */
  public FlagBroker(ConnectionFactory factory, Consumer<String> reports) {
    this.factory = factory;
    this.reports = reports;
  }

  /**
   * Connects when it is not connected.
   *
   * @return whether it has just been done: what was told before may not have been heard
   */
  public synchronized boolean connect() throws IOException {
    Connection open = connection;
    Channel channel = publishing;
    if (open != null && open.isOpen() && channel != null && channel.isOpen()) {
      return false;
    }
    drop();
    try {
      Connection fresh = factory.newConnection("flag server");
      connection = fresh;
      Channel made = fresh.createChannel();
      made.confirmSelect();
      made.exchangeDeclare(CHANGED, "fanout", true);
      made.exchangeDeclare(APPLIED, "fanout", true);
      publishing = made;
      listen(fresh);
      return true;
    } catch (TimeoutException e) {
      throw new IOException("the broker does not answer", e);
    }
  }

  /** Tells all instances; returns when the broker has it. */
  public synchronized void publish(String body) throws IOException {
    connect();
    Channel channel = publishing;
    if (channel == null) {
      throw new IOException("not connected");
    }
    try {
      channel.basicPublish(CHANGED, "", properties(), body.getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(CONFIRM.toMillis());
    } catch (TimeoutException | RuntimeException e) {
      throw new IOException("the broker does not confirm", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static AMQP.BasicProperties properties() {
    return new AMQP.BasicProperties.Builder().contentType("application/json").build();
  }

  private void listen(Connection open) throws IOException {
    Channel channel = open.createChannel();
    channel.exchangeDeclare(APPLIED, "fanout", true);
    // Reports of a minute ago are of no use to anybody.
    channel.queueDeclare(REPORTS, false, false, true, Map.of("x-message-ttl", 60_000));
    channel.queueBind(REPORTS, APPLIED, "");
    DeliverCallback each =
        (_, delivery) -> heard(new String(delivery.getBody(), StandardCharsets.UTF_8));
    channel.basicConsume(REPORTS, true, each, _ -> log.debug("reports are no longer delivered"));
  }

  private void heard(String report) {
    try {
      reports.accept(report);
    } catch (RuntimeException e) {
      log.warn("a report could not be taken: {}", e.toString());
    }
  }

  private void drop() {
    Connection open = connection;
    connection = null;
    publishing = null;
    if (open != null) {
      open.abort();
    }
  }

  @Override
  public synchronized void close() {
    drop();
  }
}
