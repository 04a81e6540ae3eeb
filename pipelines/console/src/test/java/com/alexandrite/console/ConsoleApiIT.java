package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsoleApiIT {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();

  private static ConsoleRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    rig = new ConsoleRig(folder, servers);
    rig.deploy("alexandrite/shop:1");
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void nobodyGetsInWithoutSigningIn() throws Exception {
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(rig.address().resolve("/api/rollouts"))
              .header("Accept", "application/json");
      assertThat(send(stranger, request.build()).statusCode()).isEqualTo(401);
      HttpRequest wrong = request.header("Authorization", "Bearer wrong").build();
      HttpResponse<String> refused = send(stranger, wrong);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(refused.body()).contains("token-wrong", "ALEXANDRITE_CONSOLE_TOKEN");
    }
  }

  @Test
  void theListNamesWhatIsLive() throws Exception {
    JsonNode list = rig.get("/api/rollouts");

    assertThat(list).hasSize(1);
    JsonNode shop = list.get(0);
    assertThat(shop.path("name").asString()).isEqualTo("shop");
    assertThat(shop.path("phase").asString()).isEqualTo("Healthy");
    assertThat(shop.path("stable").asString()).isEqualTo("1");
    assertThat(shop.path("canary").isNull()).isTrue();
    assertThat(shop.path("steps").asInt()).isEqualTo(5);
  }

  @Test
  void aFieldThatIsNotExecutedIsRefusedByFileLineAndName() throws Exception {
    String yaml =
        "# file: rollout.yaml\n" + TestManifests.yaml().replace("  replicas: 2", "  replicaz: 2");

    HttpResponse<String> answer = rig.send("PUT", "/api/rollouts/shop", yaml, "application/yaml");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("manifests-refused", "rollout.yaml:7", "spec.replicaz");
  }

  @Test
  void theSameManifestsAgainChangeNothing() throws Exception {
    HttpResponse<String> answer =
        rig.send(
            "PUT",
            "/api/rollouts/shop?image=alexandrite/shop:9",
            TestManifests.yaml(),
            "text/plain");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(rig.rollout().path("stable").asString()).isEqualTo("1");
    assertThat(rig.rollout().path("canary").isNull()).isTrue();
  }

  @Test
  void whatCanNotBeReleasedIsRefusedWithAWordAndAnAdvice() throws Exception {
    Map<String, String> unknown = Map.of("image", "alexandrite/shop:unknown", "reason", "x");
    assertThat(rig.post("/api/rollouts/shop/releases", unknown, 400).path("code").asString())
        .isEqualTo("image-unknown");
    Map<String, String> drill =
        Map.of("image", "alexandrite/shop:2", "drill", "fire", "reason", "x");
    assertThat(rig.post("/api/rollouts/shop/releases", drill, 400).path("code").asString())
        .isEqualTo("drill-unknown");
    rig.post("/api/rollouts/shop/abort", Map.of("reason", ""), 400);
    rig.post("/api/rollouts/crm/abort", Map.of("reason", "x"), 404);
    assertThat(rig.get("/api/releases/nothing").path("code").asString())
        .isEqualTo("release-unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/rollouts/crm                  |                              | 404
          GET    | /api/rollouts/crm/series           |                              | 404
          GET    | /api/rollouts/shop/series?window=x |                              | 400
          GET    | /api/releases?limit=many           |                              | 400
          GET    | /api/nothing                       |                              | 404
          DELETE | /api/rollouts/shop                 |                              | 405
          POST   | /api/rollouts/shop/abort           | {"reason":                   | 400
          POST   | /api/rollouts/shop/abort           | {}                           | 400
          POST   | /api/rollouts/shop/abort           | {"reason":" "}               | 400
          POST   | /api/rollouts/shop/abort           |                              | 400
          POST   | /api/rollouts/crm/abort            | {"reason":"x"}               | 404
          POST   | /api/rollouts/shop/abort           | {"reason":"x"}               | 409
          POST   | /api/rollouts/shop/retry           | {"reason":"x"}               | 409
          POST   | /api/rollouts/shop/undo            | {"reason":"x","toRevision":9} | 404
          POST   | /api/rollouts/shop/undo            | {"reason":"x","toRevision":"y"} | 400
          POST   | /api/rollouts/shop/resume          | {"reason":"x"}               | 409
          POST   | /api/rollouts/shop/skip            | {"reason":"x","all":true}    | 409
          POST   | /api/rollouts/crm/restart          | {"reason":"x"}               | 404
          POST   | /api/rollouts/shop/runs/none/terminate | {"reason":"x"}           | 404
          POST   | /api/rollouts/shop/pause           | {}                           | 400
          POST   | /api/rollouts/shop/releases        | {"reason":"x"}               | 400
          POST   | /api/rollouts/crm/releases         | {"reason":"x","image":"alexandrite/shop:2"} | 404
          PUT    | /api/rollouts/shop                 | {"reason":"x"}               | 415
          """)
  void whatIsAskedWronglyIsAnsweredWithAProblem(
      String method, String path, @Nullable String body, int status) throws Exception {
    HttpResponse<String> answer =
        rig.send(method, path, body == null ? "" : body, "application/json");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("code").asString("")).as(answer.body()).isNotBlank();
    assertThat(problem.path("action").asString("")).as(answer.body()).isNotBlank();
    assertThat(problem.path("detail").asString("")).as(answer.body()).isNotBlank();
  }

  @Test
  void followersGetTheRolloutAtOnce() throws Exception {
    try (HttpClient follower = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(rig.address().resolve("/api/rollouts/shop/events"))
              .header("Authorization", "Bearer " + ConsoleRig.TOKEN)
              .header("Accept", "text/event-stream")
              .build();
      HttpResponse<Stream<String>> answer =
          follower.send(request, HttpResponse.BodyHandlers.ofLines());
      assertThat(answer.body().limit(2).toList())
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("event:rollout"),
              line -> assertThat(line).startsWith("data:{\"name\":\"shop\""));
      follower.shutdownNow();
    }
  }

  @Test
  void nobodyFollowsARolloutThatIsNotThere() throws Exception {
    try (HttpClient follower = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(rig.address().resolve("/api/rollouts/crm/events"))
              .header("Authorization", "Bearer " + ConsoleRig.TOKEN)
              .header("Accept", "text/event-stream")
              .build();
      HttpResponse<String> answer = send(follower, request);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("rollout-unknown");
    }
  }

  @Test
  void aRolloutThatIsHeldGoesOnWhenItIsLet() throws Exception {
    JsonNode held = rig.post("/api/rollouts/shop/pause", Map.of("reason", "wait"), 200);
    assertThat(held.path("needed").asString()).isEqualTo("resume");
    assertThat(held.path("actions").valueStream().map(JsonNode::asString))
        .contains("resume", "restart", "set-image")
        .doesNotContain("pause", "promote", "abort", "skip-step");
    rig.post("/api/rollouts/shop/pause", Map.of("reason", "wait"), 409);
    rig.post("/api/rollouts/shop/resume", Map.of("reason", "go on"), 200);
    rig.post("/api/rollouts/shop/resume", Map.of("reason", "go on"), 409);
  }

  @Test
  void seriesHaveOneTimeAxis() throws Exception {
    JsonNode series = rig.get("/api/rollouts/shop/series?window=1m");

    int points = series.path("time").size();
    assertThat(points).isEqualTo(61);
    assertThat(series.path("stable").path("p95Ms")).hasSize(points);
    assertThat(series.path("weight")).hasSize(points);
    assertThat(series.path("thresholds").path("errorRate").path("value").asDouble())
        .isEqualTo(0.05);
    assertThat(series.path("thresholds").path("p95Ms").path("value").asDouble()).isEqualTo(500);
  }

  @Test
  void theApiIsDescribed() throws Exception {
    JsonNode openapi = rig.get("/api/openapi");

    assertThat(openapi.path("openapi").asString()).startsWith("3.");
    assertThat(openapi.path("paths").propertyNames())
        .contains("/api/rollouts", "/api/rollouts/{name}/releases", "/api/releases/{id}");
  }

  @Test
  void theConsoleMeasuresItself() throws Exception {
    assertThat(rig.metrics())
        .contains("alexandrite_rollout_phase{phase=\"Healthy\",rollout=\"shop\"} 1.0")
        .contains("alexandrite_rollout_weight{rollout=\"shop\"} 0.0")
        .contains("alexandrite_rollout_aborted_total{rollout=\"shop\"} 0.0");
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
