package com.alexandrite.console.api;

import com.alexandrite.console.cluster.ClusterOrders;
import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import com.alexandrite.rollouts.kubernetes.WatchState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is on a cluster only. */
@RestController
@RequestMapping("/api")
@Tag(name = "cluster")
@OnCluster
class ClusterApi {
  private final RolloutCluster cluster;
  private final ClusterOrders orders;
  private final ReleaseDesk desk;

  ClusterApi(RolloutCluster cluster, ClusterOrders orders, ReleaseDesk desk) {
    this.cluster = cluster;
    this.orders = orders;
    this.desk = desk;
  }

  /** Why something is done. */
  record Because(@NotBlank String reason) {}

  @GetMapping("/cluster")
  @Operation(summary = "How the watches of the cluster stand")
  List<WatchState> watches() {
    return cluster.watches();
  }

  @PostMapping("/rollouts/{name}/restart")
  @Operation(summary = "Replace all pods, a few at a time")
  RolloutDetail restart(
      @PathVariable String name, @Valid @RequestBody Because because, Principal actor) {
    orders.restart(name, because.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/rollouts/{name}/pause")
  @Operation(summary = "Hold the rollout where it is")
  RolloutDetail pause(
      @PathVariable String name, @Valid @RequestBody Because because, Principal actor) {
    orders.pause(name, true, because.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/rollouts/{name}/resume")
  @Operation(summary = "Let a held rollout go on")
  RolloutDetail resume(
      @PathVariable String name, @Valid @RequestBody Because because, Principal actor) {
    orders.pause(name, false, because.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/rollouts/{name}/skip-step")
  @Operation(summary = "Skip the running step, paused or not")
  RolloutDetail skipStep(
      @PathVariable String name, @Valid @RequestBody Because because, Principal actor) {
    orders.skipStep(name, because.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/rollouts/{name}/analysis-runs/{run}/terminate")
  @Operation(summary = "End an analysis run: what has passed until now counts")
  RolloutDetail terminate(
      @PathVariable String name,
      @PathVariable String run,
      @Valid @RequestBody Because because,
      Principal actor) {
    orders.terminate(name, run, because.reason(), actor.getName());
    return show(name);
  }

  private RolloutDetail show(String name) {
    return desk.rollout(name)
        .orElseThrow(() ->
            new Refused(
                Kind.UNKNOWN,
                "rollout-unknown",
                "There is no rollout " + name + ".",
                "List the rollouts."));
  }
}
