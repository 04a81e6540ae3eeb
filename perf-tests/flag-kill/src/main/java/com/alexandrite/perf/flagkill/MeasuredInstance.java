package com.alexandrite.perf.flagkill;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.server.instance.Report;
import com.alexandrite.flags.server.push.FlagBroker;
import com.alexandrite.flags.server.store.FlagJson;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * An instance with the provider {@code flagsmith}: whatever it hears, it reads the document anew
 * over HTTP, takes it into force, and reports.
 */
final class MeasuredInstance implements AutoCloseable {
  private final String name;
  private final HttpRequest document;
  private final HttpClient client = HttpClient.newHttpClient();
  private final LiveFlags flags = new LiveFlags(List.of(), false);
  private final Connection connection;
  private final Channel channel;

  MeasuredInstance(String name, URI server, ConnectionFactory broker)
      throws IOException, TimeoutException {
    this.name = name;
    this.document =
        HttpRequest.newBuilder(server.resolve("/api/v1/environment-document/"))
            .header("X-Environment-Key", MeasuredServer.KEY)
            .build();
    connection = broker.newConnection(name);
    channel = connection.createChannel();
    channel.exchangeDeclare(FlagBroker.CHANGED, "fanout", true);
    channel.exchangeDeclare(FlagBroker.APPLIED, "fanout", true);
    String queue = channel.queueDeclare().getQueue();
    channel.queueBind(queue, FlagBroker.CHANGED, "");
    channel.basicConsume(queue, true, (_, _) -> read(), _ -> {});
    read();
  }

  private record Environment(FlagDocument alexandrite) {}

  /** Reads, applies, reports. */
  synchronized void read() throws IOException {
    try {
      String body = client.send(document, HttpResponse.BodyHandlers.ofString()).body();
      FlagDocument newest = FlagJson.read(body, Environment.class).alexandrite();
      flags.apply(newest);
      Report report = new Report(name, "measured", newest.environment(), newest.version(), null);
      byte[] told = FlagJson.write(report).getBytes(StandardCharsets.UTF_8);
      channel.basicPublish(FlagBroker.APPLIED, "", null, told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  long version() {
    return flags.document().map(FlagDocument::version).orElse(0L);
  }

  @Override
  public void close() {
    connection.abort();
    client.shutdownNow();
  }
}
