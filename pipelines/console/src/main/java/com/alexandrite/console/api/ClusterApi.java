package com.alexandrite.console.api;

import com.alexandrite.console.place.OnCluster;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import com.alexandrite.rollouts.kubernetes.WatchState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is on a cluster only. */
@RestController
@RequestMapping("/api/cluster")
@Tag(name = "cluster")
@OnCluster
class ClusterApi {
  private final RolloutCluster cluster;

  ClusterApi(RolloutCluster cluster) {
    this.cluster = cluster;
  }

  @GetMapping
  @Operation(summary = "How the watches of the cluster stand")
  List<WatchState> watches() {
    return cluster.watches();
  }
}
