package com.alexandrite.console.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.Work;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import com.alexandrite.rollouts.kubernetes.RolloutSight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterRolloutTest {
  private static final Map<String, Object> JOBS =
      Map.of("templates", List.of(Map.of("templateName", "job-failures")));

  @Test
  void whatIsMeasuredTellsRequestsFromJobs() {
    assertThat(canary(Map.of()).work()).isEqualTo(Work.REQUESTS);
    assertThat(canary(Map.of("analysis", JOBS)).work()).isEqualTo(Work.JOBS);
    assertThat(canary(Map.of("steps", List.of(Map.of("analysis", JOBS)))).work())
        .isEqualTo(Work.JOBS);
    assertThat(canary(Map.of("analysis", JOBS, "trafficRouting", Map.of("nginx", Map.of()))).work())
        .isEqualTo(Work.REQUESTS);
  }

  private static ClusterRollout canary(Map<String, Object> canary) {
    var rollout = new ClusterObject(Map.of("spec", Map.of("strategy", Map.of("canary", canary))));
    return new ClusterRollout(
        new RolloutSight(rollout, List.of(), List.of(), List.of(), List.of()));
  }
}
