package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Changes of flags over the admin API: each test in an environment of its own. */
class ChangesIT {
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
    place = "test-" + number++;
    rig.post("/api/flag-environments", Map.of("name", place, "from", "local"), 201);
  }

  @AfterEach
  void gone() throws Exception {
    FlagRig.expect(rig.send("DELETE", "/api/flag-environments/" + place, "", "rita"), 204);
  }

  private String flag(String key) {
    return "/api/flags/" + key + "/environments/" + place;
  }

  private JsonNode state(String key) throws Exception {
    return rig.get(flag(key));
  }

  @Test
  void anEnvironmentBeginsAsTheOneItIsClonedFrom() throws Exception {
    assertThat(state("page-layout").path("percent").asDouble()).isEqualTo(50);
    assertThat(state("fast-lane").path("state").asString()).isEqualTo("off");
  }

  @Test
  void aKillKeepsTheRulesAndSwitchingOnBringsThemBack() throws Exception {
    rig.post(flag("page-layout") + "/kill", Map.of("reason", "customers complain"), 200);

    JsonNode killed = state("page-layout");
    assertThat(killed.path("enabled").asBoolean()).isFalse();
    assertThat(killed.path("state").asString()).isEqualTo("off");
    assertThat(killed.path("rules").get(0).path("share").asInt()).isEqualTo(5000);
    assertThat(killed.path("changedBy").asString()).isEqualTo("rita");
    assertThat(killed.path("reason").asString()).isEqualTo("customers complain");

    rig.post(flag("page-layout") + "/switch", Map.of("on", true, "reason", "mended"), 200);
    assertThat(state("page-layout").path("percent").asDouble()).isEqualTo(50);
  }

  @Test
  void whatIsSoAlreadyIsNotWrittenAgain() throws Exception {
    JsonNode answer = rig.post(flag("fast-lane") + "/kill", Map.of("reason", "to be sure"), 200);

    assertThat(answer.path("outcome").asString()).isEqualTo("same");
    assertThat(rig.get("/api/flag-changes?environment=" + place)).isEmpty();
  }

  @Test
  void everyChangeIsInTheHistoryAndCanBeTakenBack() throws Exception {
    rig.post(flag("page-layout") + "/share", Map.of("percent", 80, "reason", "more"), 200);
    JsonNode killed = rig.post(flag("page-layout") + "/kill", Map.of("reason", "no"), 200);
    long kill = killed.path("change").path("id").asLong();

    rig.post("/api/flag-changes/" + kill + "/undo", Map.of("reason", "it was not that"), 200);

    assertThat(state("page-layout").path("percent").asDouble()).isEqualTo(80);
    JsonNode history = rig.get("/api/flag-changes?environment=" + place + "&flag=page-layout");
    assertThat(history.valueStream().map(one -> one.path("kind").asString()))
        .containsExactly("undo", "off", "share");
    assertThat(history.get(0).path("undoes").asLong()).isEqualTo(kill);
    assertThat(history.get(1).path("before").asString()).contains("8000");
    assertThat(history.valueStream().map(one -> one.path("version").asLong()))
        .containsExactly(4L, 3L, 2L);
  }

  @Test
  void aChangeDecidedUponAnOldStateIsRefused() throws Exception {
    HttpResponse<String> read = rig.send("GET", flag("fast-lane"), "", "rita");
    String seen = read.headers().firstValue("ETag").orElseThrow();
    rig.post(flag("fast-lane") + "/switch", Map.of("on", true, "reason", "first"), 200);

    HttpResponse<String> late =
        rig.send(
            "POST",
            flag("fast-lane") + "/share",
            "{\"percent\": 10, \"reason\": \"second\"}",
            "boris",
            "If-Match",
            seen);

    assertThat(FlagRig.expect(late, 409).path("code").asString()).isEqualTo("version-stale");
    assertThat(state("fast-lane").path("state").asString()).isEqualTo("on");
  }

  @Test
  void ofManyWhoDecideUponTheSameStateOneWins() throws Exception {
    String seen =
        rig.send("GET", flag("fast-lane"), "", "rita").headers().firstValue("ETag").orElseThrow();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int one = 1; one <= 12; one++) {
      String body = "{\"percent\": " + one + ", \"reason\": \"race\"}";
      all.add(() ->
          rig.send("POST", flag("fast-lane") + "/share", body, "rita", "If-Match", seen)
              .statusCode());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : people.invokeAll(all)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    assertThat(rig.get("/api/flag-changes?environment=" + place)).hasSize(1);
  }

  @Test
  void concurrentChangesOfAllKindsLeaveNoHoleInTheVersions() throws Exception {
    List<Callable<Integer>> all = new ArrayList<>();
    for (int one = 1; one <= 20; one++) {
      String key = one % 2 == 0 ? "fast-lane" : "page-layout";
      String body = "{\"percent\": " + one + ", \"reason\": \"busy\"}";
      all.add(() -> rig.send("POST", flag(key) + "/share", body, "rita").statusCode());
    }
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : people.invokeAll(all)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(
            rig.get("/api/flag-changes?environment=" + place)
                .valueStream()
                .map(one -> one.path("version").asLong()))
        .hasSize(20)
        .doesNotHaveDuplicates()
        .contains(2L, 21L);
  }

  @Test
  void badInputIsRefusedWithAWordAndAnAdvice() throws Exception {
    refused(
        "/api/flags/nothing/environments/" + place + "/kill",
        Map.of("reason", "x"),
        404,
        "flag-unknown");
    refused(
        "/api/flags/fast-lane/environments/mars/kill",
        Map.of("reason", "x"),
        404,
        "environment-unknown");
    refused(flag("fast-lane") + "/kill", Map.of(), 400, "reason-missing");
    refused(flag("fast-lane") + "/kill", Map.of("reason", "  "), 400, "reason-missing");
    refused(
        flag("fast-lane") + "/share",
        Map.of("percent", 100.5, "reason", "x"),
        400,
        "share-out-of-range");
    refused(
        flag("fast-lane") + "/share",
        Map.of("percent", 5, "variant", "wide", "reason", "x"),
        400,
        "variant-unknown");
    refused("/api/flag-changes/987654321/undo", Map.of("reason", "x"), 404, "change-unknown");
    HttpResponse<String> garbage = rig.send("POST", flag("fast-lane") + "/kill", "{", "rita");
    assertThat(FlagRig.expect(garbage, 400).path("code").asString())
        .isEqualTo("request-unreadable");
    assertThat(rig.get("/api/flag-changes?environment=" + place)).isEmpty();
  }

  private static void refused(String path, Map<String, ?> body, int status, String code)
      throws Exception {
    JsonNode problem = rig.post(path, body, status);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("action").asString()).isNotBlank();
  }

  @Test
  void rulesAreCheckedAndExplained() throws Exception {
    String rules =
        """
        {"enabled": true, "reason": "pilots first", "rules": [
          {"segment": "pilots", "serve": [{"variant": "dense", "weight": 1}]},
          {"share": 0, "serve": [{"variant": "wide", "weight": 1}]}]}
        """;
    HttpResponse<String> unknown = rig.send("PUT", flag("page-layout"), rules, "rita");
    assertThat(FlagRig.expect(unknown, 400).path("code").asString()).isEqualTo("segment-unknown");

    String segment =
        """
        {"description": "pilots", "reason": "new",
         "conditions": [{"attribute": "user", "operator": "in", "values": ["anna"]}]}
        """;
    FlagRig.expect(
        rig.send("PUT", "/api/flag-segments/pilots?environment=" + place, segment, "rita"), 200);
    FlagRig.expect(rig.send("PUT", flag("page-layout"), rules, "rita"), 200);

    JsonNode anna = rig.post(flag("page-layout") + "/why", Map.of("id", "anna"), 200);
    assertThat(anna.path("variant").asString()).isEqualTo("dense");
    assertThat(anna.path("rule").asInt()).isEqualTo(1);
    JsonNode boris = rig.post(flag("page-layout") + "/why", Map.of("id", "boris"), 200);
    assertThat(boris.path("variant").asString()).isEqualTo("plain");
    HttpResponse<String> used =
        rig.send(
            "DELETE", "/api/flag-segments/pilots?environment=" + place + "&reason=x", "", "rita");
    assertThat(FlagRig.expect(used, 409).path("code").asString()).isEqualTo("segment-used");
  }
}
