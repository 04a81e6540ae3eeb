package com.alexandrite.console.cluster;

import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.ManifestIntake;
import com.alexandrite.console.release.Refused;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The watches of the cluster in the place of the engine's loop. */
@Configuration(proxyBeanMethods = false)
@OnCluster
@EnableConfigurationProperties(ClusterSettings.class)
class ClusterComposition {
  @Bean
  ClusterSignals clusterSignals() {
    return new ClusterSignals();
  }

  @Bean
  RolloutCluster rolloutCluster(
      ClusterSettings settings, InstantSource clock, ClusterSignals signals) {
    return RolloutCluster.open(settings.address(), clock, signals);
  }

  @Bean
  RolloutNames rolloutNames(RolloutCluster cluster) {
    return new RolloutNames(cluster.namespaces());
  }

  @Bean
  ManifestIntake manifestIntake() {
    return (rollout, _, _, _) -> {
      throw new Refused(
          Refused.Kind.INVALID,
          "manifests-elsewhere",
          "Rollout " + rollout + " is the cluster's: its manifests are not applied here.",
          "Apply them with Argo CD or kubectl.");
    };
  }
}
