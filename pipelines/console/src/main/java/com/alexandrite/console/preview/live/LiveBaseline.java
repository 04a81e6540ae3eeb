package com.alexandrite.console.preview.live;

import com.alexandrite.console.release.Versions;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.local.ServiceConfiguration;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.preview.life.Baseline;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What serves everybody: the stable version of the Shop's rollout, and the other processes. */
final class LiveBaseline implements Baseline {

  private static final String SHOP = "shop";
  private static final List<String> PROCESSES = List.of("pricing-worker", "crm", "mes");

  private final FileProcessHost host;
  private final ArtifactStore artifacts;
  private final RolloutStore rollouts;
  private final ServiceConfiguration configuration;

  LiveBaseline(
      FileProcessHost host,
      ArtifactStore artifacts,
      RolloutStore rollouts,
      ServiceConfiguration configuration) {
    this.host = host;
    this.artifacts = artifacts;
    this.rollouts = rollouts;
    this.configuration = configuration;
  }

  @Override
  public Map<String, Artifact> live() {
    Map<String, Artifact> live = new TreeMap<>();
    Map<String, ProcessSpec> wanted = host.wanted();
    for (String service : PROCESSES) {
      Optional.ofNullable(wanted.get(service))
          .map(ProcessSpec::version)
          .ifPresent(version -> put(live, service, version));
    }
    rollouts.load(SHOP).map(Versions::stable).ifPresent(version -> put(live, SHOP, version));
    return live;
  }

  private void put(Map<String, Artifact> live, String service, String version) {
    if (!version.isEmpty()) {
      live.put(service, artifacts.resolve("alexandrite/" + service + ":" + version));
    }
  }

  @Override
  public Map<String, String> configuration(String service) throws IOException {
    return configuration.read(service);
  }
}
