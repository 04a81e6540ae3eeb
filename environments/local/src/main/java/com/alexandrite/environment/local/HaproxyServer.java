package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * HAProxy: the edge that all customers and staff come through, and what splits each site's traffic
 * between stable and canary.
 */
public final class HaproxyServer implements BackingServer {

  /** The table that counts a preview's requests by its name. */
  public static final String USE_TABLE = "previews";

  /** How long that table remembers a preview that nobody uses. */
  public static final Duration USE_MEMORY = Duration.ofDays(4);

  /** A second apart: where there may be only one pod, a request waits while it restarts. */
  private static final int PATIENT_TRIES = 20;

  /** A fifth of a second apart, so as long: a pod that is given up gets no tries at all. */
  private static final int PATIENT_CHECKS = 100;

  /** What the name of the canary's own backend ends with. */
  private static final String CANARY = "_canary";

  private static final String PREVIEW_MAP = "haproxy/previews.map";
  private static final String HEADER_ROUTES = "haproxy/header-routes.map";

  private final Home home;
  private final Ports ports;

  /** The server of this home. */
  public HaproxyServer(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  /** Where a home's HAProxy is told things while it runs. */
  public static Path adminSocket(Home home) {
    return home.resolve("haproxy/admin.sock");
  }

  /** Host of a preview's service to its port on loopback; kept through restarts. */
  public static Path previewMap(Home home) {
    return home.resolve(PREVIEW_MAP);
  }

  /** Which requests go to a canary whatever the weight says; kept through restarts. */
  public static Path headerRoutes(Home home) {
    return home.resolve(HEADER_ROUTES);
  }

  @Override
  public String name() {
    return "haproxy";
  }

  @Override
  public void prepare() throws IOException {
    home.write("haproxy/hosts.map", hosts());
    home.write("haproxy/haproxy.cfg", configuration());
    for (String map : List.of(PREVIEW_MAP, HEADER_ROUTES)) {
      if (!Files.exists(home.resolve(map))) {
        home.write(map, "");
      }
    }
  }

  /** Host name to backend; the Shop answers for every other name. */
  private static String hosts() {
    return """
    shop.localhost be_shop
    api.localhost be_shop
    crm.localhost be_crm
    mes.localhost be_mes
    console.localhost be_console
    """;
  }

  private String configuration() {
    return global()
        + edge().frontend()
        + metrics()
        + edge().previewBackends()
        + pods("shop", "", 24, 3, 2)
        + pods("shop", CANARY, 24, 3, 2)
        + pods("crm", "", 12, PATIENT_TRIES, PATIENT_CHECKS)
        + pods("crm", CANARY, 12, PATIENT_TRIES, PATIENT_CHECKS)
        + pods("mes", "", 12, PATIENT_TRIES, PATIENT_CHECKS)
        + pods("mes", CANARY, 12, PATIENT_TRIES, PATIENT_CHECKS)
        + console();
  }

  private String global() {
    return """
    global
      maxconn 4000
      stats socket "%1$s" mode 600 level admin expose-fd listeners
      server-state-file "%2$s"

    defaults
      mode http
      timeout connect 1s
      timeout http-request 10s
      timeout http-keep-alive 60s
      # Live updates stay open between events.
      timeout client 1h
      timeout server 1h
      timeout queue 10s
      option forwardfor
      option redispatch 1

    """
        .formatted(adminSocket(home), home.resolve("haproxy/state"));
  }

  private EdgeConfiguration edge() {
    return new EdgeConfiguration(
        home.resolve("haproxy/hosts.map").toString(),
        previewMap(home).toString(),
        headerRoutes(home).toString(),
        ports.get("edge"),
        ports.get("console"));
  }

  private String metrics() {
    return """
    frontend metrics
      bind 127.0.0.1:%d
      monitor-uri /ready
      http-request use-service prometheus-exporter if { path /metrics }

    """
        .formatted(ports.get("haproxy-metrics"));
  }

  /**
   * Slots that the rollout fills with pods while HAProxy runs; a restart finds them in the file.
   * The canary's own backend is for requests that a header route sends there.
   */
  private static String pods(String site, String suffix, int slots, int retries, int failedChecks) {
    return """
    backend be_%1$s%5$s
      balance roundrobin
      load-server-state-from-file global
      retries %3$d
      retry-on conn-failure empty-response
      # Readiness is judged by the supervisor's probes, and only a ready pod gets a slot. This check only sees whether the
      # process still listens: the kernel answers it, so a busy machine does not take healthy pods out.
      timeout check 2s
      default-server inter 500ms fastinter 200ms fall %4$d rise 1
      server-template %1$s 1-%2$d 127.0.0.1:1 check disabled

    """
        .formatted(site, slots, retries, failedChecks, suffix);
  }

  /** One process: a request that comes during its restart waits for it. */
  private String console() {
    return """
    backend be_console
      retries 20
      retry-on conn-failure
      server console 127.0.0.1:%d

    """
        .formatted(ports.get("console"));
  }

  @Override
  public ProcessSpec spec() throws IOException {
    String program = Programs.require("haproxy").toString();
    String file = home.resolve("haproxy/haproxy.cfg").toString();
    return new ProcessSpec(
        name(),
        ProcessKind.BACKING,
        List.of(program, "-db", "-f", file),
        Configurations.stamp(home, "haproxy/haproxy.cfg", "haproxy/hosts.map"),
        home.resolve("haproxy"),
        Probes.http(ports.get("haproxy-metrics"), "/ready"),
        Duration.ofSeconds(5),
        Map.of(),
        "http://127.0.0.1:" + ports.get("edge"),
        null);
  }
}
