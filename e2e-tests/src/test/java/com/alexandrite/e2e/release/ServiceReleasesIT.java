package com.alexandrite.e2e.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.CommandLine.Ended;
import com.alexandrite.e2e.scenario.Crowd;
import com.alexandrite.e2e.scenario.Platform;
import com.alexandrite.e2e.scenario.ReleaseManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The services behind the Shop, all at once while customers order: each goes its own way, and none
 * of them is noticed by a customer.
 */
class ServiceReleasesIT {
  private static final int RATE = 20;

  /** A fault for each that its analysis has to find. */
  private static final Map<String, String> DRILLS =
      Map.of("crm", "errors", "mes", "latency", "pricing-worker", "errors");

  private final Platform platform = Platform.running();
  private final ReleaseManager rita = platform.releaseManager();

  @Test
  void healthyVersionsArePromoted() {
    try (Crowd customers = platform.crowd(RATE)) {
      customers.isServed(RATE);
      Map<String, Ended> releases = atOnce((service, _) -> rita.beginsARelease(service));

      releases.forEach((service, release) -> {
        assertThat(release.result().path("outcome").asString())
            .as(release.log())
            .isEqualTo("Promoted");
        assertThat(release.result().path("requests").asInt()).as(service).isPositive();
        assertThat(rita.rollout(service).path("stable").asString())
            .isEqualTo(release.result().path("toVersion").asString());
      });
      JsonNode seen = customers.sees();
      assertThat(seen.path("failures").asInt()).as(seen.toString()).isZero();
      seen.path("byService")
          .forEach(
              staff -> assertThat(staff.path("failures").asInt()).as(seen.toString()).isZero());
    }
  }

  @Test
  void faultyVersionsAreRolledBackAndOnlyTheirOwnUsersNotice() {
    try (Crowd customers = platform.crowd(RATE)) {
      customers.isServed(RATE);
      Map<String, Ended> releases = atOnce(rita::beginsAReleaseWithDrill);

      releases.forEach((service, release) -> assertRolledBack(service, release));
      JsonNode seen = customers.sees();
      assertThat(seen.path("failures").asInt()).as(seen.toString()).isZero();
      for (String site : List.of("crm", "mes")) {
        assertOnlyTheDrilledVersionFailed(
            seen.path("byService").path(site),
            Objects.requireNonNull(releases.get(site), site).result());
      }
    }
  }

  private void assertRolledBack(String service, Ended release) {
    JsonNode result = release.result();
    assertThat(result.path("outcome").asString()).as(release.log()).isEqualTo("RolledBack");
    assertThat(release.exitCode()).isNotZero();
    assertThat(result.path("requests").asInt()).as(release.log()).isPositive();
    assertThat(result.path("secondsToAbort").asDouble()).isPositive();
    assertThat(rita.rollout(service).path("stable").asString())
        .isEqualTo(result.path("fromVersion").asString());
  }

  private static void assertOnlyTheDrilledVersionFailed(JsonNode seen, JsonNode release) {
    String drilled = release.path("toVersion").asString();
    int failedByDrill = seen.path("byVersion").path(drilled).path("failures").asInt();
    assertThat(seen.path("failures").asInt()).as(seen.toString()).isEqualTo(failedByDrill);
  }

  private static Map<String, Ended> atOnce(
      BiFunction<String, String, CompletableFuture<Ended>> release) {
    Map<String, CompletableFuture<Ended>> running = new TreeMap<>();
    DRILLS.forEach((service, fault) -> running.put(service, release.apply(service, fault)));
    Map<String, Ended> ended = new TreeMap<>();
    running.forEach((service, one) -> ended.put(service, one.join()));
    return ended;
  }
}
