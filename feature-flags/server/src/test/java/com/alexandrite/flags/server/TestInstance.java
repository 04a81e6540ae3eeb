package com.alexandrite.flags.server;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.server.instance.Report;
import com.alexandrite.flags.server.push.Announcement;
import com.alexandrite.flags.server.push.FlagBroker;
import com.alexandrite.flags.server.store.FlagJson;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a service as the broker sees it: applies what it hears, and reports. */
final class TestInstance implements AutoCloseable {
  private final String name;
  private final String environment;
  private final LiveFlags flags = new LiveFlags(List.of(), false);
  private final Connection connection;
  private final Channel channel;
  private final AtomicInteger heard = new AtomicInteger();
  private volatile boolean applies = true;

  TestInstance(String name, String environment, ConnectionFactory broker)
      throws IOException, TimeoutException {
    this.name = name;
    this.environment = environment;
    connection = broker.newConnection(name);
    channel = connection.createChannel();
    channel.exchangeDeclare(FlagBroker.CHANGED, "fanout", true);
    channel.exchangeDeclare(FlagBroker.APPLIED, "fanout", true);
    String queue = channel.queueDeclare().getQueue();
    channel.queueBind(queue, FlagBroker.CHANGED, "");
    channel.basicConsume(queue, true, (_, message) -> hear(message.getBody()), _ -> {});
  }

  /** As after a poll. */
  void apply(FlagDocument document) throws IOException {
    flags.apply(document);
    report();
  }

  long version() {
    return flags.document().map(FlagDocument::version).orElse(0L);
  }

  /** From now on it hears documents and reports, but stays on its version. */
  void appliesNothing() {
    applies = false;
  }

  /** How many documents of its environment it has heard. */
  int heard() {
    return heard.get();
  }

  /** Tells which version it runs on, as after each poll. */
  void poll() throws IOException {
    report();
  }

  private void hear(byte[] body) throws IOException {
    Announcement heard =
        FlagJson.read(new String(body, StandardCharsets.UTF_8), Announcement.class);
    if (heard.environment().equals(environment)) {
      this.heard.incrementAndGet();
      if (applies) {
        flags.apply(heard.document());
      }
      report();
    }
  }

  private synchronized void report() throws IOException {
    Report report = new Report(name, "shop", environment, version(), null);
    byte[] body = FlagJson.write(report).getBytes(StandardCharsets.UTF_8);
    channel.basicPublish(FlagBroker.APPLIED, "", null, body);
  }

  @Override
  public void close() {
    connection.abort();
  }
}
