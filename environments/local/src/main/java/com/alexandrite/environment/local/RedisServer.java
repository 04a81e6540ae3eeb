package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis with an append-only file. */
public final class RedisServer implements BackingServer {

  private final Home home;
  private final int port;
  private final String password;

  /** The server of this home. */
  public RedisServer(Home home, Ports ports, Secrets secrets) throws IOException {
    this.home = home;
    this.port = ports.get("redis");
    this.password = secrets.get("redis");
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public void prepare() throws IOException {
    home.write(
        "redis/redis.conf",
        """
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory 128mb
        maxmemory-policy allkeys-lru
        daemonize no
        """
            .formatted(port, password, home.data(name())));
  }

  @Override
  public ProcessSpec spec() throws IOException {
    return new ProcessSpec(
        name(),
        ProcessKind.BACKING,
        List.of(
            Programs.require("redis-server").toString(),
            home.resolve("redis/redis.conf").toString()),
        Configurations.stamp(home, "redis/redis.conf"),
        home.data(name()),
        // Redis accepts connections while it still loads, so the question must be a command.
        Probes.command(
            "/bin/sh",
            "-c",
            "REDISCLI_AUTH=$(cat '%s') redis-cli -p %d ping | grep -q PONG"
                .formatted(home.resolve("secrets/redis"), port)),
        Duration.ofSeconds(10),
        Map.of(),
        "127.0.0.1:" + port,
        null);
  }

  /** The address for clients, with the password. */
  public String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }
}
