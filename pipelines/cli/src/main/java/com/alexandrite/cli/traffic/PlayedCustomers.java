package com.alexandrite.cli.traffic;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.Probe;
import com.alexandrite.environment.process.ProcessHost;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process that plays customers in one installation: started, looked at, stopped. */
public final class PlayedCustomers {
  static final String PROCESS = "traffic";
  static final String PASSWORD = "ALEXANDRITE_DEMO_PASSWORD";

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);

  private final Installation installation;
  private final ProcessHost host;
  private final TrafficFolder folder;

  /** The customers of this installation. */
  public PlayedCustomers(Installation installation) {
    this.installation = installation;
    this.host = new FileProcessHost(installation.home().path());
    this.folder = new TrafficFolder(installation.home().resolve("traffic"));
  }

  /**
   * Starts them; customers who are about already are replaced.
   *
   * @param rate HTTP requests per second, over all customers
   * @throws CommandFailed when the platform does not run
   */
  public TrafficReport start(double rate, Duration duration) throws IOException {
    var edge = host.observe().get("haproxy");
    if (edge == null || !edge.ready()) {
      throw new CommandFailed(
          "The platform does not run, so there is no Shop to visit.", "./alexandrite up");
    }
    stop();
    folder.forgetReport();
    host.want(spec(rate, duration));
    if (!Waiting.until(() -> report().isPresent(), SOON)) {
      throw new CommandFailed("The customers did not come.", "./alexandrite logs " + PROCESS);
    }
    return report().orElseThrow();
  }

  /** Sends them home and waits until they are gone. */
  public Optional<TrafficReport> stop() {
    host.unwant(PROCESS);
    if (!Waiting.until(() -> !host.observe().containsKey(PROCESS), SOON)) {
      throw new CommandFailed("The customers do not leave.", "./alexandrite status");
    }
    return report();
  }

  /** What they have seen up to now; empty when there never were any. */
  public Optional<TrafficReport> report() {
    try {
      return folder.report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether they are about. */
  public boolean present() {
    return host.observe().containsKey(PROCESS);
  }

  private ProcessSpec spec(double rate, Duration duration) throws IOException {
    Path home = installation.home().path();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            TrafficMain.class.getName(),
            home.toString(),
            String.valueOf(installation.edgePort()),
            String.valueOf(rate),
            String.valueOf(duration.toSeconds()));
    return new ProcessSpec(
        PROCESS,
        ProcessKind.PLATFORM,
        command,
        Map.of(PASSWORD, installation.demoPassword()),
        home,
        new Probe.Command(
            List.of("/usr/bin/test", "-s", folder.status().toString()),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            3),
        STOP_GRACE,
        Map.of(),
        null,
        null);
  }
}
