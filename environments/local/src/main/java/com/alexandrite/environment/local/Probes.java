package com.alexandrite.environment.local;

import com.alexandrite.environment.process.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The rhythm in which processes of this machine are asked whether they are ready. */
public final class Probes {

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int FAILURES = 3;

  private Probes() {}

  /** GET on loopback. */
  public static Probe http(int port, String path) {
    return new Probe.Http(URI.create("http://127.0.0.1:" + port + path), PERIOD, TIMEOUT, FAILURES);
  }

  static Probe tcp(int port) {
    return new Probe.Tcp("127.0.0.1", port, PERIOD, TIMEOUT, FAILURES);
  }

  static Probe command(String... command) {
    return new Probe.Command(
        List.of(command), Duration.ofSeconds(2), Duration.ofSeconds(5), FAILURES);
  }
}
