package com.alexandrite.preview.life;

import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.Probe;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A service of a preview as a process: the baseline's configuration, led into the own space. */
final class PreviewLaunch implements LaunchSpec {

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration PROBE_PERIOD = Duration.ofMillis(250);

  private final FileProcessHost host;
  private final Baseline baseline;
  private final List<PreviewResource> resources;
  private final Addresses addresses;
  private final Function<Space, String> branches;
  private final Function<Set<Integer>, int[]> twoPorts;
  private final Path home;
  private final InstantSource clock;

  PreviewLaunch(
      FileProcessHost host,
      Baseline baseline,
      List<PreviewResource> resources,
      Addresses addresses,
      Function<Space, String> branches,
      Function<Set<Integer>, int[]> twoPorts,
      Path home,
      InstantSource clock) {
    this.host = host;
    this.baseline = baseline;
    this.resources = resources;
    this.addresses = addresses;
    this.branches = branches;
    this.twoPorts = twoPorts;
    this.home = home;
    this.clock = clock;
  }

  @Override
  public ProcessSpec spec(Space space, String process, String service, Version version)
      throws IOException {
    int[] ports = twoPorts.apply(promised());
    Map<String, String> environment = new HashMap<>(baseline.configuration(service));
    for (PreviewResource resource : resources) {
      environment.putAll(resource.variables(space, service));
    }
    environment.putAll(identity(space, version));
    environment.put("SERVER_PORT", Integer.toString(ports[0]));
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports[1]));
    environment.put("ALEXANDRITE_INSTANCE", process);
    return new ProcessSpec(
        process,
        ProcessKind.SERVICE,
        version.artifact().command(),
        environment,
        home,
        new Probe.Http(
            URI.create("http://127.0.0.1:" + ports[1] + "/actuator/health/readiness"),
            PROBE_PERIOD,
            Duration.ofSeconds(2),
            8),
        GRACE,
        labels(space, service, ports[0]),
        null,
        version.artifact().version());
  }

  private Map<String, String> identity(Space space, Version version) {
    Map<String, String> variables = new HashMap<>();
    String name = space.name().value();
    variables.put("ALEXANDRITE_PREVIEW_NAME", name);
    variables.put("ALEXANDRITE_PREVIEW_BRANCH", branches.apply(space));
    variables.put("ALEXANDRITE_PREVIEW_ORIGIN", version.origin().name().toLowerCase(Locale.ROOT));
    variables.put("ALEXANDRITE_PREVIEW_REVISION", version.artifact().gitRevision());
    variables.put("ALEXANDRITE_PREVIEW_PAGE", addresses.page(space.name()));
    variables.put("ALEXANDRITE_VERSION", version.label());
    variables.put("ALEXANDRITE_STATE", home.resolve("previews/" + name + "/state").toString());
    for (String site : Product.SITES) {
      variables.put(
          "ALEXANDRITE_PUBLIC_URLS_" + site.toUpperCase(Locale.ROOT),
          addresses.site(site, space.name()));
    }
    return variables;
  }

  private Map<String, String> labels(Space space, String service, int port) {
    return Map.of(
        PreviewProcesses.PREVIEW, space.name().value(),
        PreviewProcesses.SERVICE, service,
        PreviewProcesses.PORT, Integer.toString(port),
        PreviewProcesses.CREATED_AT, clock.instant().toString());
  }

  /** Ports that other processes were given, whether or not they listen yet. */
  private Set<Integer> promised() {
    Set<Integer> ports = new HashSet<>();
    for (ProcessSpec spec : host.wanted().values()) {
      for (String variable : List.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT")) {
        String port = spec.environment().get(variable);
        if (port != null) {
          ports.add(Integer.valueOf(port));
        }
      }
    }
    return ports;
  }
}
