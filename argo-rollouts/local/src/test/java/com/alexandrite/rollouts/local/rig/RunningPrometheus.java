package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The real Prometheus in a folder of its own; scrapes each second what {@code targets/*.json}
 * lists.
 */
public final class RunningPrometheus implements AutoCloseable {
  private final Path folder;
  private final int port;
  private Process process;

  public RunningPrometheus(Path folder) throws IOException {
    this.folder = folder;
    this.port = RunningHaproxy.freePort();
    Files.createDirectories(targets());
    Files.writeString(folder.resolve("prometheus.yml"), configuration());
    this.process = start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public Path targets() {
    return folder.resolve("targets");
  }

  /** As `kill -9`. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  public void restart() throws IOException {
    process = start();
  }

  @Override
  public void close() {
    kill();
  }

  private Process start() throws IOException {
    Process started =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(this::ready);
    return started;
  }

  private boolean ready() {
    try {
      var connection = (HttpURLConnection) address().resolve("/-/ready").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String configuration() {
    return """
    global:
      scrape_interval: 1s
      scrape_timeout: 1s
    scrape_configs:
      - job_name: services
        metrics_path: /actuator/prometheus
        file_sd_configs:
          - files: ["%s/*.json"]
            refresh_interval: 1s
    """
        .formatted(targets());
  }
}
