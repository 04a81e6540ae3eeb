package com.alexandrite.rollouts.local;

import com.alexandrite.environment.process.Probe;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.rollouts.engine.model.Container;
import com.alexandrite.rollouts.engine.model.Container.HttpProbe;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.local.Programs.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pod template as a process: image to program, ConfigMaps and Secrets to variables, named ports
 * to free ports, readiness probe to readiness probe.
 */
final class PodProcess {
  private static final int DEFAULT_GRACE_SECONDS = 30;

  private final Programs programs;
  private final ConfigurationRevisions configuration;

  PodProcess(Programs programs, Path configuration) {
    this.programs = programs;
    this.configuration = new ConfigurationRevisions(configuration);
  }

  ProcessSpec specify(Pod pod, PodTemplate template) {
    Container container = template.container();
    Program program = programs.resolve(container.image());
    return new ProcessSpec(
        pod.name(),
        ProcessKind.SERVICE,
        program.command(),
        environment(pod, template, program),
        program.directory(),
        readiness(pod, container),
        grace(template),
        pod.labels(),
        "http://" + pod.address(),
        program.version());
  }

  private Map<String, String> environment(Pod pod, PodTemplate template, Program program) {
    Container container = template.container();
    Map<String, String> variables = new LinkedHashMap<>();
    EnvironmentFiles files = configuration.of(pod.rollout(), template);
    container.configMaps().forEach(name -> variables.putAll(files.read(name)));
    container.secrets().forEach(name -> variables.putAll(files.read(name)));
    variables.putAll(container.env());
    variables.put("SERVER_PORT", Integer.toString(pod.port()));
    variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(pod.managementPort()));
    variables.put("ALEXANDRITE_VERSION", program.version());
    variables.put("ALEXANDRITE_INSTANCE", pod.name());
    variables.put("ALEXANDRITE_POD_TEMPLATE_HASH", pod.hash());
    return variables;
  }

  private static Probe readiness(Pod pod, Container container) {
    HttpProbe probe = container.readinessProbe();
    if (probe == null) {
      return new Probe.Tcp(
          Pod.ADDRESS, pod.port(), Duration.ofSeconds(1), Duration.ofSeconds(1), 3);
    }
    int port = probe.port().equals("http") ? pod.port() : pod.managementPort();
    return new Probe.Http(
        URI.create("http://" + Pod.ADDRESS + ":" + port + probe.path()),
        Duration.ofSeconds(probe.periodSeconds()),
        Duration.ofSeconds(probe.timeoutSeconds()),
        probe.failureThreshold());
  }

  private static Duration grace(PodTemplate template) {
    Object seconds = template.spec().get("terminationGracePeriodSeconds");
    return Duration.ofSeconds(
        seconds instanceof Number number ? number.longValue() : DEFAULT_GRACE_SECONDS);
  }
}
