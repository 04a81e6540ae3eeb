package com.alexandrite.environment.testing;

import com.alexandrite.environment.local.BackingServer;
import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.local.PostgresServer;
import com.alexandrite.environment.local.RabbitServer;
import com.alexandrite.environment.local.RedisServer;
import com.alexandrite.environment.local.S3Server;
import com.alexandrite.environment.local.Secrets;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.SupervisorDaemon;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The servers that the test classes of this JVM share. */
final class TestServers {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static @Nullable TestServers shared;

  private final Home home;
  private final FileProcessHost host;
  private final PostgresServer postgres;
  private final RabbitServer rabbit;
  private final RedisServer redis;
  private final S3Server s3;

  private TestServers(Home home) throws IOException {
    this.home = home;
    this.host = new FileProcessHost(home.path());
    var ports = Ports.of(home, false);
    var secrets = new Secrets(home);
    postgres = new PostgresServer(home, ports, secrets);
    rabbit = new RabbitServer(home, ports, secrets);
    redis = new RedisServer(home, ports, secrets);
    s3 = new S3Server(home, ports, secrets, Checkout.around(Path.of("")));
  }

  static synchronized TestServers shared() {
    TestServers known = shared;
    if (known == null) {
      try {
        known = open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      shared = known;
    }
    return known;
  }

  private static TestServers open() throws IOException {
    String classPath = System.getProperty("java.class.path");
    String given = System.getenv("ALEXANDRITE_TEST_HOME");
    if (given != null && !given.isBlank()) {
      var home = new Home(Path.of(given)).create();
      new SupervisorDaemon(home.path()).ensureRunning(classPath);
      return new TestServers(home);
    }
    var home = new Home(Files.createTempDirectory("alexandrite-test-"));
    new SupervisorDaemon(home.path()).ensureRunningWhileIAm(classPath);
    return new TestServers(home);
  }

  PostgresServer postgres() {
    return postgres;
  }

  RabbitServer rabbit() {
    return rabbit;
  }

  RedisServer redis() {
    return redis;
  }

  S3Server s3() {
    return s3;
  }

  /**
   * Starts what does not run yet and makes the test's own space in each server. A file lock is for
   * other JVMs; tests of one that run beside each other need the monitor.
   */
  synchronized void provide(Set<BackingServers.Kind> kinds, String space, String password) {
    List<BackingServer> servers = kinds.stream().map(this::server).toList();
    try (var file =
            FileChannel.open(
                home.resolve("test.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = file.lock()) {
      for (BackingServer server : servers) {
        server.prepare();
        host.want(server.spec());
      }
      servers.forEach(this::awaitReady);
      for (BackingServers.Kind kind : kinds) {
        makeSpace(kind, space, password);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the test's space away again. */
  void release(Set<BackingServers.Kind> kinds, String space) throws IOException {
    if (kinds.contains(BackingServers.Kind.POSTGRES)) {
      postgres.admin().drop(space);
    }
    if (kinds.contains(BackingServers.Kind.RABBIT)) {
      rabbit.admin().deleteVhost(space);
    }
  }

  private BackingServer server(BackingServers.Kind kind) {
    return switch (kind) {
      case POSTGRES -> postgres;
      case RABBIT -> rabbit;
      case REDIS -> redis;
      case S3 -> s3;
    };
  }

  private void makeSpace(BackingServers.Kind kind, String space, String password)
      throws IOException {
    switch (kind) {
      case POSTGRES -> postgres.admin().ensureDatabase(space, password);
      case RABBIT -> {
        Waiting.until(rabbit.admin()::answers, START_LIMIT);
        rabbit.admin().ensureVhost(space);
      }
      case S3 -> s3.ensureBucket(space.replace('_', '-'));
      case REDIS -> {
        // One key space for all.
      }
    }
  }

  private void awaitReady(BackingServer server) {
    boolean ready =
        Waiting.until(
            () -> {
              var state = host.observe().get(server.name());
              return state != null && state.ready();
            },
            START_LIMIT);
    if (!ready) {
      throw new IllegalStateException(
          server.name()
              + " is not ready after "
              + START_LIMIT.toSeconds()
              + " s: "
              + host.observe().get(server.name())
              + ", see "
              + home.resolve("logs/" + server.name() + ".log"));
    }
  }
}
