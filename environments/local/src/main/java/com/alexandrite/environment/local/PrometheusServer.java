package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Prometheus, asking every process each second: a canary is judged within seconds. */
public final class PrometheusServer implements BackingServer {

  private final Home home;
  private final Ports ports;

  /** The server of this home. */
  public PrometheusServer(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(home.resolve("prometheus/targets"));
    home.write("prometheus/targets/platform.json", targets());
    home.write(
        "prometheus/prometheus.yml",
        """
        global:
          scrape_interval: 1s
          scrape_timeout: 1s
          evaluation_interval: 5s
        scrape_configs:
          # The console, which has one place; the pods of the rollouts come and go in files beside it.
          - job_name: services
            metrics_path: /actuator/prometheus
            file_sd_configs:
              - files: ['%s/*.json']
                refresh_interval: 5s
          - job_name: haproxy
            static_configs:
              - targets: ['127.0.0.1:%d']
          - job_name: rabbitmq
            scrape_interval: 5s
            static_configs:
              - targets: ['127.0.0.1:%d']
        """
            .formatted(
                home.resolve("prometheus/targets"),
                ports.get("haproxy-metrics"),
                ports.get("rabbitmq-metrics")));
  }

  private String targets() {
    return """
    [{"targets": ["127.0.0.1:%d"], "labels": {"service": "console", "instance": "console"}}]
    """
        .formatted(ports.get("console-management"));
  }

  @Override
  public ProcessSpec spec() throws IOException {
    int port = ports.get("prometheus");
    return new ProcessSpec(
        name(),
        ProcessKind.BACKING,
        List.of(
            Programs.require("prometheus").toString(),
            "--config.file=" + home.resolve("prometheus/prometheus.yml"),
            "--storage.tsdb.path=" + home.data(name()),
            "--storage.tsdb.retention.time=15d",
            "--storage.tsdb.retention.size=2GB",
            "--web.listen-address=127.0.0.1:" + port,
            "--web.enable-lifecycle",
            "--log.level=warn"),
        Configurations.stamp(home, "prometheus/prometheus.yml"),
        home.data(name()),
        Probes.http(port, "/-/ready"),
        Duration.ofSeconds(10),
        Map.of(),
        url(),
        null);
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + ports.get("prometheus");
  }
}
