package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * HAProxy: the edge that all customers and staff come through, and what splits the Shop's traffic
 * between stable and canary.
 */
public final class HaproxyServer implements BackingServer {

  private final Home home;
  private final Ports ports;

  /** The server of this home. */
  public HaproxyServer(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "haproxy";
  }

  @Override
  public void prepare() throws IOException {
    home.write("haproxy/hosts.map", hosts());
    home.write("haproxy/haproxy.cfg", configuration());
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
    return global() + edge() + shop() + staff("crm") + staff("mes") + staff("console");
  }

  private String global() {
    return """
    global
      maxconn 4000
      stats socket "%1$s" mode 600 level admin
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
        .formatted(home.resolve("haproxy/admin.sock"), home.resolve("haproxy/state"));
  }

  private String edge() {
    return """
    frontend edge
      bind 127.0.0.1:%d
      http-request set-header X-Forwarded-Host %%[req.hdr(Host)]
      http-request set-header X-Forwarded-Proto http
      # What reached a server may have been done there: only reading is asked a second time.
      http-request disable-l7-retry unless METH_GET
      use_backend %%[req.hdr(host),host_only,lower,map("%s",be_shop)]

    frontend metrics
      bind 127.0.0.1:%d
      monitor-uri /ready
      http-request use-service prometheus-exporter if { path /metrics }

    """
        .formatted(
            ports.get("edge"), home.resolve("haproxy/hosts.map"), ports.get("haproxy-metrics"));
  }

  /**
   * Slots that the rollout fills with pods while HAProxy runs; a restart finds them in the file.
   */
  private static String shop() {
    return """
    backend be_shop
      balance roundrobin
      load-server-state-from-file global
      retries 3
      retry-on conn-failure empty-response
      # Readiness is judged by the supervisor's probes, and only a ready pod gets a slot. This check only sees whether the
      # process still listens: the kernel answers it, so a busy machine does not take healthy pods out.
      timeout check 2s
      default-server inter 500ms fastinter 200ms fall 2 rise 1
      server-template shop 1-24 127.0.0.1:1 check disabled

    """;
  }

  /** One process behind each: a request that comes during its restart waits for it. */
  private String staff(String service) {
    return """
    backend be_%1$s
      retries 20
      retry-on conn-failure
      server %1$s 127.0.0.1:%2$d

    """
        .formatted(service, ports.get(service));
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
