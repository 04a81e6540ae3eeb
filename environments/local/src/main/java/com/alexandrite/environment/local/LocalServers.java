package com.alexandrite.environment.local;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All backing servers of a home: own processes, but for those that an address in the environment
 * replaces ({@code ALEXANDRITE_POSTGRES_URL}, {@code _RABBITMQ_URL}, {@code _REDIS_URL}, {@code
 * _S3_URL}, {@code _PROMETHEUS_URL}).
 */
public final class LocalServers {

  /** Services with a database of their own; the role has the same name. */
  public static final List<String> DATABASES =
      List.of("shop", "crm", "mes", "pricing", "console", "flags");

  private static final String VHOST = "alexandrite";
  private static final String BUCKET = "alexandrite-models";

  private final Secrets secrets;
  private final Map<String, String> environment;
  private final PostgresServer postgres;
  private final RabbitServer rabbit;
  private final RedisServer redis;
  private final S3Server s3;
  private final HaproxyServer haproxy;
  private final PrometheusServer prometheus;

  /**
   * Composes them; nothing is started or written but secrets.
   *
   * @param environment where replacing addresses may be
   * @param checkout brings S3Proxy
   */
  public LocalServers(
      Home home, Ports ports, Secrets secrets, Map<String, String> environment, Checkout checkout)
      throws IOException {
    this.secrets = secrets;
    this.environment = Map.copyOf(environment);
    postgres = new PostgresServer(home, ports, secrets);
    rabbit = new RabbitServer(home, ports, secrets);
    redis = new RedisServer(home, ports, secrets);
    s3 = new S3Server(home, ports, secrets, checkout);
    haproxy = new HaproxyServer(home, ports);
    prometheus = new PrometheusServer(home, ports);
  }

  /** The servers to run here, those that need the longest preparation last. */
  public List<BackingServer> own() {
    List<BackingServer> own = new ArrayList<>();
    for (BackingServer server : List.of(rabbit, postgres, redis, prometheus, s3)) {
      if (replacement(server.name()).isEmpty()) {
        own.add(server);
      }
    }
    own.addFirst(haproxy);
    return own;
  }

  /** Makes sure that the database server holds every database and role. It must be ready. */
  public void provisionDatabases() throws IOException {
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String database : DATABASES) {
      passwords.put(database, databasePassword(database));
    }
    databases().ensureDatabases(passwords);
  }

  /** Makes sure that the own broker has the virtual host. It must be ready. */
  public void provisionBroker() throws IOException {
    if (replacement(rabbit.name()).isEmpty()) {
      rabbit.admin().ensureVhost(VHOST);
    }
  }

  /** Whether the own broker can be administered; a replacing one is taken as it is. */
  public boolean brokerAnswers() {
    return replacement(rabbit.name()).isPresent() || rabbit.admin().answers();
  }

  /** Makes sure that the own S3 server has the bucket. */
  public void provisionBucket() throws IOException {
    if (replacement(s3.name()).isEmpty()) {
      s3.ensureBucket(BUCKET);
    }
  }

  /** The password of a service's database role. */
  public String databasePassword(String database) throws IOException {
    return secrets.get("database-" + database);
  }

  /** The database server. */
  public PostgresAdmin databases() {
    return replacement(postgres.name()).map(PostgresAdmin::of).orElseGet(postgres::admin);
  }

  /** The message broker. */
  public Broker broker() {
    return replacement(rabbit.name())
        .map(Broker::of)
        .orElseGet(() ->
            new Broker(
                "127.0.0.1",
                rabbit.port(),
                rabbit.admin().user(),
                rabbit.admin().password(),
                VHOST));
  }

  /**
   * The broker's management, or none for a replacing broker unless
   * ALEXANDRITE_RABBITMQ_MANAGEMENT_URL tells where it is.
   */
  public Optional<RabbitAdmin> brokerAdmin() {
    return replacement(rabbit.name()).isEmpty()
        ? Optional.of(rabbit.admin())
        : replacement("rabbitmq_management").map(RabbitAdmin::of);
  }

  /** The address of Redis with its password. */
  public String redisUrl() {
    return replacement(redis.name()).map(URI::toString).orElseGet(redis::url);
  }

  /** The object store. */
  public ObjectStore objectStore() {
    return replacement(s3.name())
        .map(ObjectStore::of)
        .orElseGet(() -> new ObjectStore(s3.endpoint(), s3.accessKey(), s3.secretKey(), BUCKET));
  }

  /** The address of Prometheus. */
  public String prometheusUrl() {
    return replacement(prometheus.name()).map(URI::toString).orElseGet(prometheus::url);
  }

  /** Deletes what a home's servers keep outside of it. The servers must have ended. */
  public static void deleteOutside(Home home) throws IOException {
    Folders.delete(ServerUser.sharedFolder(home));
  }

  /** The addresses that replace our servers, by the variable that names each. */
  Map<String, String> replacements() {
    return ReplacingAddress.among(environment);
  }

  /**
   * What the environment tells the console: where branches are reviewed (address and token), and
   * how much memory previews may hold.
   */
  Map<String, String> toldToConsole() {
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().matches("ALEXANDRITE_(GIT(HUB|LAB)_.+|PREVIEW_MEMORY_MB)"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<URI> replacement(String server) {
    return ReplacingAddress.of(server, environment).map(ReplacingAddress::uri);
  }
}
