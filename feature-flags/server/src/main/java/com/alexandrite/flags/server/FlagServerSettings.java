package com.alexandrite.flags.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the flag server is told by its host.
 *
 * @param database a database of its own
 * @param broker where instances are told; null for polling only
 * @param definitions a checkout whose definition files are taken over at the start; null for none
 * @param keys by environment: a secret that is a key from the start
 * @param prometheus where answers and requests are counted; null for no counts and no guard
 */
@ConfigurationProperties("alexandrite.flagserver")
public record FlagServerSettings(
    Database database,
    @Nullable Broker broker,
    @Nullable Path definitions,
    @DefaultValue Map<String, String> keys,
    @Nullable URI prometheus) {

  /** Where the tables are. */
  public record Database(String url, String username, @DefaultValue("") String password) {
    @Override
    public String toString() {
      return url;
    }
  }

  /** Where RabbitMQ is. */
  public record Broker(
      String host,
      @DefaultValue("5672") int port,
      String username,
      String password,
      @DefaultValue("/") String virtualHost) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  @Override
  public String toString() {
    return "FlagServerSettings[database=" + database + ", broker=" + broker + "]";
  }
}
