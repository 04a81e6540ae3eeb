package com.alexandrite.environment.local;

import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL with a cluster of its own, on loopback only, without a Unix socket. */
public final class PostgresServer implements BackingServer {

  static final String SUPERUSER = "alexandrite";

  private final Home home;
  private final int port;
  private final String password;
  private final ServerUser user;

  /** The server of this home. */
  public PostgresServer(Home home, Ports ports, Secrets secrets) throws IOException {
    this.home = home;
    this.port = ports.get("postgres");
    this.password = secrets.get("postgres");
    this.user = ServerUser.forPostgres();
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void prepare() throws IOException {
    Path data = user.dataFolder(home, name());
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(data);
    }
    Path configuration = data.resolve("postgresql.auto.conf");
    Files.writeString(configuration, configuration());
    user.own(configuration);
  }

  /**
   * Made aside and moved when it is whole: a cluster cut short (a full disk, a power cut) would
   * look finished and never start.
   */
  private void initialise(Path data) throws IOException {
    Path aside = data.resolveSibling("postgres.new");
    Folders.delete(aside);
    Path passwordFile = data.resolveSibling("postgres.password");
    Files.writeString(passwordFile, password);
    user.own(passwordFile);
    try {
      Shell.run(
          user.command(
              Programs.requirePostgres("initdb").toString(),
              "--pgdata=" + aside,
              "--username=" + SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C.UTF-8",
              "--no-sync"));
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Folders.delete(data);
    Files.move(aside, data);
  }

  /** Durable as in production: an accepted order outlives any kill. */
  private String configuration() {
    return """
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 300
    shared_buffers = '128MB'
    logging_collector = off
    log_min_duration_statement = 500
    max_wal_size = '512MB'
    """
        .formatted(port);
  }

  @Override
  public ProcessSpec spec() throws IOException {
    List<String> command =
        user.command(
            Programs.requirePostgres("postgres").toString(),
            "-D",
            user.dataFolder(home, name()).toString());
    String isReady = Programs.requirePostgres("pg_isready").toString();
    return new ProcessSpec(
        name(),
        ProcessKind.BACKING,
        new ArrayList<>(command),
        Map.of("LC_ALL", "C.UTF-8"),
        Path.of("/"),
        Probes.command(isReady, "-q", "-h", "127.0.0.1", "-p", Integer.toString(port)),
        Duration.ofSeconds(20),
        // "Fast" shutdown: does not wait for idle connections.
        Map.of(ProcessSpec.STOP_SIGNAL, "INT"),
        "127.0.0.1:" + port,
        null);
  }

  /** Where to administer it. */
  public PostgresAdmin admin() {
    return new PostgresAdmin("127.0.0.1", port, SUPERUSER, password, "postgres");
  }
}
