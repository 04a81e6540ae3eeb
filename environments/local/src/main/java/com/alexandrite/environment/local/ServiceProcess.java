package com.alexandrite.environment.local;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A service that runs once, at fixed ports: the console. The product's services are none, their
 * pods belong to their rollouts.
 *
 * @param name of the process and of its configuration
 */
public record ServiceProcess(String name, ProcessKind kind) {

  /** The release machinery's own service. */
  public static final ServiceProcess CONSOLE = new ServiceProcess("console", ProcessKind.PLATFORM);

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
        ServiceConfiguration.address(ports, name),
        artifact.version());
  }
}
