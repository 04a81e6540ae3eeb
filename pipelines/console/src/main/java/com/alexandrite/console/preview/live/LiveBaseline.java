package com.alexandrite.console.preview.live;

import com.alexandrite.console.release.Versions;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.local.ServiceConfiguration;
import com.alexandrite.preview.life.Baseline;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What serves everybody: the stable version of each service's rollout. */
final class LiveBaseline implements Baseline {

  private static final List<String> SERVICES = List.of("shop", "crm", "mes", "pricing-worker");

  private final ArtifactStore artifacts;
  private final RolloutStore rollouts;
  private final ServiceConfiguration configuration;

  LiveBaseline(ArtifactStore artifacts, RolloutStore rollouts, ServiceConfiguration configuration) {
    this.artifacts = artifacts;
    this.rollouts = rollouts;
    this.configuration = configuration;
  }

  @Override
  public Map<String, Artifact> live() {
    Map<String, Artifact> live = new TreeMap<>();
    for (String service : SERVICES) {
      rollouts
          .load(service)
          .map(Versions::stable)
          .ifPresent(version -> put(live, service, version));
    }
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
