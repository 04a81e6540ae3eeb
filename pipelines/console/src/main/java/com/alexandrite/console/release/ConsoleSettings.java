package com.alexandrite.console.release;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the console is told about the machine.
 *
 * @param home folder of the platform's processes, artifacts and configuration
 * @param prometheus the server that answers metrics without an address of their own
 * @param haproxySocket HAProxy's admin socket; its state file is {@code state} beside it
 * @param manifests folder with a folder of YAML files for each rollout
 * @param intervalScale all durations of the manifests are multiplied by this; 1 but for tests
 * @param token lets programs in; nobody gets in by token while it is empty
 */
@ConfigurationProperties("alexandrite.console")
public record ConsoleSettings(
    Path home,
    URI prometheus,
    Path haproxySocket,
    Path manifests,
    double intervalScale,
    String token) {

  /** Where the servers and weights stand that a restarted HAProxy begins with. */
  public Path haproxyState() {
    return haproxySocket.resolveSibling("state");
  }

  /** Which requests go to a canary whatever the weight says. */
  public Path headerRoutes() {
    return haproxySocket.resolveSibling("header-routes.map");
  }

  /** Folder with one file of environment variables for each service. */
  public Path configuration() {
    return home.resolve("config");
  }

  /** Folder with a folder for each job that an analysis ran. */
  public Path jobs() {
    return home.resolve("jobs");
  }

  /** Folder that Prometheus reads its targets from. */
  public Path scrapeTargets() {
    return home.resolve("prometheus").resolve("targets");
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "ConsoleSettings[home=" + home + ", prometheus=" + prometheus + "]";
  }
}
