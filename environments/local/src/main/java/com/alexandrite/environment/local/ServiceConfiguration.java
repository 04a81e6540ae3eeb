package com.alexandrite.environment.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each service is configured with: environment variables in {@code config/<service>.env}, the
 * same names as in the ConfigMap and Secret of that name on a cluster.
 */
public final class ServiceConfiguration {

  private static final String FLAGS_ENVIRONMENT = "local";

  /**
   * Fault flags are honoured here: this one machine is where releases and faults are rehearsed. A
   * service that is not told so spoils nothing, so production is safe by leaving the variable out.
   */
  private static final boolean REHEARSAL = true;

  /** Makes the rollouts' waits shorter, for tests. */
  private static final String INTERVALS = "ALEXANDRITE_INTERVAL_SCALE";

  private static final String FLAG_SERVER = "ALEXANDRITE_FLAGSERVER_";

  private final Home home;
  private final Ports ports;
  private final Secrets secrets;
  private final LocalServers servers;

  /** For the services of this home. */
  public ServiceConfiguration(Home home, Ports ports, Secrets secrets, LocalServers servers) {
    this.home = home;
    this.ports = ports;
    this.secrets = secrets;
    this.servers = servers;
  }

  /**
   * Writes the file of every service.
   *
   * @param manifests folder with the rollouts' manifests
   */
  public void write(Path manifests) throws IOException {
    write("shop", all("shop"));
    write("crm", all("crm"));
    write("mes", all("mes"));
    Map<String, String> pricing = all("pricing");
    pricing.put("SPRING_DATA_REDIS_URL", servers.redisUrl());
    write("pricing-worker", pricing);
    write("console", console(manifests));
  }

  /** What is in a service's file. */
  public Map<String, String> read(String service) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (String line : java.nio.file.Files.readAllLines(home.resolve(file(service)))) {
      int equals = line.indexOf('=');
      variables.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return variables;
  }

  private Map<String, String> all(String database) throws IOException {
    Map<String, String> variables = common(database);
    Broker broker = servers.broker();
    variables.put("SPRING_RABBITMQ_HOST", broker.host());
    variables.put("SPRING_RABBITMQ_PORT", Integer.toString(broker.port()));
    variables.put("SPRING_RABBITMQ_USERNAME", broker.user());
    variables.put("SPRING_RABBITMQ_PASSWORD", broker.password());
    variables.put("SPRING_RABBITMQ_VIRTUAL_HOST", broker.vhost());
    ObjectStore store = servers.objectStore();
    variables.put("ALEXANDRITE_S3_ENDPOINT", store.endpoint());
    variables.put("ALEXANDRITE_S3_ACCESS_KEY", store.accessKey());
    variables.put("ALEXANDRITE_S3_SECRET_KEY", store.secretKey());
    variables.put("ALEXANDRITE_S3_BUCKET", store.bucket());
    variables.put("ALEXANDRITE_FLAGS_URL", "http://127.0.0.1:" + ports.get("console") + "/api/v1/");
    variables.put("ALEXANDRITE_FLAGS_KEY", flagsKey());
    variables.put("ALEXANDRITE_FLAGS_ENVIRONMENT", FLAGS_ENVIRONMENT);
    variables.put("ALEXANDRITE_STATE", home.resolve("state").toString());
    variables.put("ALEXANDRITE_DRILLS", Boolean.toString(REHEARSAL));
    return variables;
  }

  private Map<String, String> common(String database) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("SPRING_DATASOURCE_URL", servers.databases().jdbcUrl(database));
    variables.put("SPRING_DATASOURCE_USERNAME", database);
    variables.put("SPRING_DATASOURCE_PASSWORD", servers.databasePassword(database));
    variables.put("ALEXANDRITE_DEMO", "true");
    variables.put("ALEXANDRITE_DEMO_PASSWORD", secrets.get("demo-password"));
    for (String site : new String[] {"shop", "crm", "mes", "console"}) {
      variables.put(
          "ALEXANDRITE_PUBLIC_URLS_" + site.toUpperCase(java.util.Locale.ROOT),
          address(ports, site));
    }
    return variables;
  }

  private Map<String, String> console(Path manifests) throws IOException {
    Map<String, String> variables = common("console");
    variables.put("ALEXANDRITE_HOME", home.path().toString());
    variables.put("ALEXANDRITE_PROMETHEUS_URL", servers.prometheusUrl());
    variables.put("ALEXANDRITE_HAPROXY_SOCKET", home.resolve("haproxy/admin.sock").toString());
    variables.put("ALEXANDRITE_CONSOLE_TOKEN", secrets.get("console-token"));
    variables.put("ALEXANDRITE_MANIFESTS", manifests.toString());
    Optional.ofNullable(System.getenv(INTERVALS))
        .ifPresent(factor -> variables.put(INTERVALS, factor));
    // Previews are made of the checkout's branches, in the servers themselves.
    variables.put("ALEXANDRITE_PREVIEWS_CHECKOUT", checkout(manifests));
    variables.putAll(servers.replacements());
    variables.putAll(servers.toldToConsole());
    flagServer(manifests).forEach((name, value) -> variables.put(FLAG_SERVER + name, value));
    return variables;
  }

  /**
   * The console hosts the flag server: its own database, the broker, the checkout's definitions.
   */
  private Map<String, String> flagServer(Path manifests) throws IOException {
    Broker broker = servers.broker();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DATABASE_URL", servers.databases().jdbcUrl("flags"));
    variables.put("DATABASE_USERNAME", "flags");
    variables.put("DATABASE_PASSWORD", servers.databasePassword("flags"));
    variables.put("BROKER_HOST", broker.host());
    variables.put("BROKER_PORT", Integer.toString(broker.port()));
    variables.put("BROKER_USERNAME", broker.user());
    variables.put("BROKER_PASSWORD", broker.password());
    variables.put("BROKER_VIRTUALHOST", broker.vhost());
    variables.put("PROMETHEUS", servers.prometheusUrl());
    variables.put("DEFINITIONS", checkout(manifests));
    variables.put("KEYS_LOCAL", flagsKey());
    return variables;
  }

  private static String checkout(Path manifests) {
    return manifests.resolve("../..").normalize().toString();
  }

  /** Flagsmith's clients evaluate by themselves only with a key that begins so. */
  private String flagsKey() throws IOException {
    return "ser." + secrets.get("flags-key");
  }

  /** The address that a browser opens for a site: {@code shop}, {@code crm}, … */
  public static String address(Ports ports, String site) {
    return "http://" + site + ".localhost:" + ports.get("edge");
  }

  private void write(String service, Map<String, String> variables) throws IOException {
    home.write(
        file(service),
        new TreeMap<>(variables)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining()));
  }

  private static String file(String service) {
    return "config/" + service + ".env";
  }
}
