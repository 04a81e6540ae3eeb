package com.alexandrite.environment.local;

import java.net.URI;

/** Where services reach RabbitMQ. */
public record Broker(String host, int port, String user, String password, String vhost) {

  private static final int STANDARD_PORT = 5672;

  /** Reads {@code amqp://user:password@host:port/vhost}. */
  static Broker of(URI uri) {
    Credentials credentials = Credentials.of(uri);
    String vhost = uri.getPath().length() > 1 ? uri.getPath().substring(1) : "/";
    return new Broker(
        uri.getHost(),
        uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
        credentials.user(),
        credentials.password(),
        vhost);
  }
}
