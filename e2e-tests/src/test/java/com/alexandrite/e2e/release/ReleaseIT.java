package com.alexandrite.e2e.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.CommandLine.Ended;
import com.alexandrite.e2e.scenario.Crowd;
import com.alexandrite.e2e.scenario.Platform;
import com.alexandrite.e2e.scenario.ReleaseManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReleaseIT {
  private static final int RATE = 30;

  private final Platform platform = Platform.running();
  private final ReleaseManager rita = platform.releaseManager();

  @Test
  void aHealthyVersionIsPromotedAndNobodyNotices() {
    try (Crowd customers = platform.crowd(RATE)) {
      customers.isServed(RATE);
      Ended release = rita.releases();

      assertThat(release.result().path("outcome").asString())
          .as(release.log())
          .isEqualTo("Promoted");
      assertThat(release.exitCode()).isZero();
      assertThat(release.log()).doesNotContain("starts slower");
      String released = release.result().path("toVersion").asString();
      assertThat(rita.rollout().path("stable").asString()).isEqualTo(released);
      JsonNode seen = customers.sees();
      assertThat(seen.path("failures").asInt()).as(seen.toString()).isZero();
      assertThat(seen.path("byVersion").path(released).path("requests").asInt()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors", "latency"})
  void aFaultyVersionIsRolledBackAndOnlyItsOwnCustomersNotice(String fault) {
    try (Crowd customers = platform.crowd(RATE)) {
      customers.isServed(RATE);
      Ended release = rita.releasesWithDrill(fault);

      JsonNode result = release.result();
      assertThat(result.path("outcome").asString()).as(release.log()).isEqualTo("RolledBack");
      assertThat(release.exitCode()).isNotZero();
      assertThat(result.path("reason").asString()).isNotBlank();
      assertThat(result.path("requests").asInt()).isPositive();
      assertThat(result.path("secondsToAbort").asDouble()).isPositive();
      assertOnlyTheDrilledVersionFailed(customers.sees(), result.path("toVersion").asString());
      assertAllIsServedByStable(customers, result.path("fromVersion").asString());
    }
  }

  private static void assertOnlyTheDrilledVersionFailed(JsonNode seen, String drilled) {
    int failedByDrill = seen.path("byVersion").path(drilled).path("failures").asInt();
    assertThat(seen.path("failures").asInt()).as(seen.toString()).isEqualTo(failedByDrill);
  }

  /** What the canary had begun when it lost its traffic may still end: that is waited for first. */
  private static void assertAllIsServedByStable(Crowd customers, String stable) {
    customers.isServed(customers.sees().path("requests").asInt() + 3 * RATE);
    JsonNode before = customers.sees();
    customers.isServed(before.path("requests").asInt() + RATE);
    JsonNode after = customers.sees();
    int newRequests = after.path("requests").asInt() - before.path("requests").asInt();
    int newOfStable = requests(after, stable) - requests(before, stable);
    assertThat(newOfStable).as(after.toString()).isEqualTo(newRequests);
  }

  private static int requests(JsonNode seen, String version) {
    return seen.path("byVersion").path(version).path("requests").asInt();
  }
}
