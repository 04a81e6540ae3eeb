package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.server.TestHost.TestClock;
import com.alexandrite.flags.server.schedule.DueChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Two persons, freezes, and what happens by itself later. */
class RulesOfEnvironmentsIT {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  private static FlagRig rig;
  private static int number;

  private String place = "";

  @BeforeAll
  static void start() {
    rig = new FlagRig(servers, host, Map.of());
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @BeforeEach
  void anEnvironment() throws Exception {
    place = "ruled-" + number++;
    rig.post("/api/flag-environments", Map.of("name", place, "from", "local"), 201);
  }

  private String flag() {
    return "/api/flags/page-layout/environments/" + place;
  }

  private double percent() throws Exception {
    return rig.get(flag()).path("percent").asDouble();
  }

  private void twoPersons() throws Exception {
    FlagRig.expect(
        rig.send(
            "PUT", "/api/flag-environments/" + place + "/rule", "{\"twoPersons\": true}", "rita"),
        200);
  }

  private long ask(double percent) throws Exception {
    JsonNode answer =
        rig.post(flag() + "/share", Map.of("percent", percent, "reason", "more"), 202);
    return answer.path("request").path("id").asLong();
  }

  @Test
  void aSecondPersonDecidesAndBothAreWrittenDown() throws Exception {
    twoPersons();
    long request = ask(80);
    assertThat(percent()).isEqualTo(50);

    String approve = "/api/flag-requests/" + request + "/approve";
    JsonNode alone = rig.post(approve, Map.of(), 403, "rita");
    assertThat(alone.path("code").asString()).isEqualTo("second-person-needed");
    rig.post(approve, Map.of(), 200, "boris");

    assertThat(percent()).isEqualTo(80);
    JsonNode change = rig.get("/api/flag-changes?environment=" + place).get(0);
    assertThat(change.path("actor").asString()).isEqualTo("rita");
    assertThat(change.path("approvedBy").asString()).isEqualTo("boris");
    assertThat(rig.post(approve, Map.of(), 409, "boris").path("code").asString())
        .isEqualTo("request-decided");
  }

  @Test
  void aRejectedOrOutdatedRequestChangesNothing() throws Exception {
    twoPersons();
    long first = ask(80);
    long second = ask(90);
    rig.post("/api/flag-requests/" + first + "/approve", Map.of(), 200, "boris");

    JsonNode outdated =
        rig.post("/api/flag-requests/" + second + "/approve", Map.of(), 409, "boris");
    assertThat(outdated.path("code").asString()).isEqualTo("request-outdated");
    rig.post(
        "/api/flag-requests/" + second + "/reject", Map.of("reason", "too late"), 204, "boris");
    assertThat(percent()).isEqualTo(80);
  }

  @Test
  void aKillWaitsForNobody() throws Exception {
    twoPersons();
    freeze(Duration.ofHours(1));

    rig.post(flag() + "/kill", Map.of("reason", "harm"), 200);

    assertThat(rig.get(flag()).path("state").asString()).isEqualTo("off");
  }

  @Test
  void aFrozenEnvironmentStaysAsItIsAndThawsByItself() throws Exception {
    long freeze = freeze(Duration.ofMinutes(30));
    Map<String, Object> wish = Map.of("percent", 60, "reason", "more");
    assertThat(rig.post(flag() + "/share", wish, 409).path("code").asString())
        .isEqualTo("environment-frozen");

    TestClock.CLOCK.forward(Duration.ofMinutes(31));
    rig.post(flag() + "/share", wish, 200);

    assertThat(percent()).isEqualTo(60);
    String lift = "/api/flag-environments/" + place + "/freezes/" + freeze;
    FlagRig.expect(rig.send("DELETE", lift, "", "rita"), 204);
  }

  private long freeze(Duration length) throws Exception {
    Instant now = TestClock.CLOCK.instant();
    return rig.post(
            "/api/flag-environments/" + place + "/freezes",
            Map.of(
                "from", now.minusSeconds(1).toString(),
                "to", now.plus(length).toString(),
                "reason", "the sale"),
            201)
        .path("id")
        .asLong();
  }

  @Test
  void itGrowsInStepsAlsoOverARestart() throws Exception {
    rig.post(
        flag() + "/growth",
        Map.of("percents", List.of(60, 75, 100), "pauseSeconds", 600, "reason", "slowly"),
        201);
    await().until(() -> percent() == 60);

    TestClock.CLOCK.forward(Duration.ofMinutes(5));
    rig.bean(DueChanges.class).run();
    assertThat(percent()).isEqualTo(60);
    rig.stop();
    TestClock.CLOCK.forward(Duration.ofMinutes(5));
    rig.start();
    await().until(() -> percent() == 75);
    TestClock.CLOCK.forward(Duration.ofMinutes(10));
    await().until(() -> percent() == 100);

    assertThat(rig.get("/api/flag-schedules?environment=" + place).valueStream())
        .allMatch(one -> one.path("state").asString().equals("done"));
  }

  @Test
  void aKillEndsTheGrowth() throws Exception {
    rig.post(
        flag() + "/growth",
        Map.of("percents", List.of(60, 100), "pauseSeconds", 600, "reason", "slowly"),
        201);
    await().until(() -> percent() == 60);
    rig.post(flag() + "/kill", Map.of("reason", "harm"), 200);

    TestClock.CLOCK.forward(Duration.ofMinutes(11));
    rig.bean(DueChanges.class).run();

    assertThat(rig.get(flag()).path("state").asString()).isEqualTo("off");
    assertThat(
            rig.get("/api/flag-schedules?environment=" + place)
                .valueStream()
                .map(one -> one.path("state").asString()))
        .containsExactlyInAnyOrder("done", "cancelled");
  }

  @Test
  void aScheduledChangeWaitsForASecondPersonAndForTheThaw() throws Exception {
    twoPersons();
    Instant due = TestClock.CLOCK.instant().plus(Duration.ofMinutes(2));
    rig.post(
        flag() + "/schedule",
        Map.of("at", due.toString(), "percent", 90, "reason", "tonight"),
        201);
    freeze(Duration.ofMinutes(20));

    TestClock.CLOCK.forward(Duration.ofMinutes(3));
    rig.bean(DueChanges.class).run();
    assertThat(rig.get("/api/flag-schedules?environment=" + place).get(0).path("note").asString())
        .contains("the sale");
    TestClock.CLOCK.forward(Duration.ofMinutes(20));
    rig.bean(DueChanges.class).run();

    JsonNode request = rig.get("/api/flag-requests?environment=" + place).get(0);
    rig.post(
        "/api/flag-requests/" + request.path("id").asLong() + "/approve", Map.of(), 200, "boris");
    assertThat(percent()).isEqualTo(90);
  }

  @Test
  void badSchedulesAreRefused() throws Exception {
    String growth = flag() + "/growth";
    assertThat(
            rig.post(
                    growth,
                    Map.of("percents", List.of(50, 20), "pauseSeconds", 60, "reason", "x"),
                    400)
                .path("code")
                .asString())
        .isEqualTo("steps-invalid");
    assertThat(
            rig.post(
                    growth,
                    Map.of("percents", List.of(20, 120), "pauseSeconds", 60, "reason", "x"),
                    400)
                .path("code")
                .asString())
        .isEqualTo("share-out-of-range");
    Map<String, Object> past =
        Map.of("at", "2020-01-01T00:00:00Z", "on", true, "reason", "yesterday");
    assertThat(rig.post(flag() + "/schedule", past, 400).path("code").asString())
        .isEqualTo("due-in-the-past");
  }
}
