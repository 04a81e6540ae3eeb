package com.alexandrite.environment.local;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that runs once, at fixed ports; the Shop is none, its pods belong to its rollout.
 *
 * @param name of the process and of its configuration
 * @param web whether people open it in a browser
 */
public record ServiceProcess(String name, ProcessKind kind, boolean web) {

  /** The release machinery's own service. */
  public static final ServiceProcess CONSOLE =
      new ServiceProcess("console", ProcessKind.PLATFORM, true);

  /** All of them. */
  public static final List<ServiceProcess> ALL =
      List.of(
          CONSOLE,
          new ServiceProcess("crm", ProcessKind.SERVICE, true),
          new ServiceProcess("mes", ProcessKind.SERVICE, true),
          new ServiceProcess("pricing-worker", ProcessKind.SERVICE, false));

  /** The process that runs this version of it. */
  public ProcessSpec spec(
      Artifact artifact, Map<String, String> configuration, Ports ports, Path directory) {
    int management = ports.get(name + "-management");
    Map<String, String> environment = new HashMap<>(configuration);
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
    environment.put("SERVER_PORT", Integer.toString(ports.get(name)));
    environment.put("ALEXANDRITE_VERSION", artifact.version());
    environment.put("ALEXANDRITE_INSTANCE", name);
    return new ProcessSpec(
        name,
        kind,
        artifact.command(),
        environment,
        directory,
        Probes.http(management, "/actuator/health/readiness"),
        Duration.ofSeconds(20),
        Map.of("service", name),
        address(ports),
        artifact.version());
  }

  private @Nullable String address(Ports ports) {
    return web ? ServiceConfiguration.address(ports, name) : null;
  }
}
