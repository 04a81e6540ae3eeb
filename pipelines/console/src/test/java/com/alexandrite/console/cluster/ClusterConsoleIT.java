package com.alexandrite.console.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.console.ConsoleApplication;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.rollouts.kubernetes.ClusterResource;
import com.alexandrite.rollouts.kubernetes.ClusterRig;
import com.alexandrite.rollouts.kubernetes.SampleObjects;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same API and pages, over a cluster instead of this machine. */
class ClusterConsoleIT {
  private static final String TOKEN = "a token for tests";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String STATUS =
      "/apis/argoproj.io/v1alpha1/namespaces/production/rollouts/shop/status";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @RegisterExtension static final BackingServers SERVERS = BackingServers.postgres();

  private static ClusterRig rig;
  private static ConfigurableApplicationContext console;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    rig = new ClusterRig();
    rig.create(SampleObjects.pausedShop());
    rig.create(SampleObjects.revision(1, "old", "alexandrite/shop:7", 3));
    rig.create(SampleObjects.revision(2, "new", "alexandrite/shop:8", 1));
    rig.create(SampleObjects.pod("new", 1, true));
    rig.create(SampleObjects.failedRun());
    Map<String, Object> properties = new HashMap<>(SERVERS.springProperties());
    properties.put("alexandrite.rollouts.cluster.enabled", true);
    properties.put("alexandrite.rollouts.cluster.kubeconfig", rig.kubeconfig(folder));
    properties.put("alexandrite.console.home", folder);
    properties.put("alexandrite.console.token", TOKEN);
    properties.put("alexandrite.accounts.password", "secret");
    properties.put("server.port", 0);
    properties.put("management.server.port", 0);
    console =
        new SpringApplicationBuilder(ConsoleApplication.class)
            .run(
                properties.entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new));
    await().atMost(PATIENCE).until(() -> send("GET", "/api/rollouts", "").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    console.close();
    rig.close();
  }

  /** Each test finds the release where it waits, whatever became of it in another. */
  @BeforeEach
  void aReleaseThatWaits() {
    rig.log().heal();
    rig.put(SampleObjects.pausedShop());
    await().atMost(PATIENCE).until(() -> show().path("phase").asString("").equals("Paused"));
    await().atMost(PATIENCE).until(() -> show().path("actions").toString().contains("abort"));
    rig.log().clear();
  }

  @Test
  void listsAndShowsWhatTheClusterHas() throws Exception {
    JsonNode list = JSON.readTree(send("GET", "/api/rollouts", "").body());
    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("name").asString()).isEqualTo("shop");
    JsonNode shop = show();
    assertThat(shop.path("weight").asInt()).isEqualTo(25);
    assertThat(shop.path("stable").asString()).isEqualTo("7");
    assertThat(shop.path("canary").asString()).isEqualTo("8");
    assertThat(shop.path("message").asString()).isEqualTo("CanaryPauseStep");
    assertThat(shop.path("stepsDetail").values())
        .extracting(step -> step.path("state").asString())
        .containsExactly("done", "waiting", "pending");
    assertThat(shop.path("revisions").values())
        .extracting(revision -> revision.path("role").asString())
        .containsExactly("canary", "stable");
    assertThat(shop.path("pods").path(0).path("name").asString()).isEqualTo("shop-new-1");
    assertThat(shop.path("conditions").path(0).path("type").asString()).isEqualTo("Paused");
    JsonNode metric = shop.path("analysisRuns").path(0).path("metrics").path(0);
    assertThat(metric.path("successCondition").asString()).isEqualTo("result[0] < 0.05");
    assertThat(metric.path("measurements").path(0).path("number").asDouble()).isEqualTo(0.21);
  }

  @Test
  void whatNobodyCountsIsUnknownAndNotNothing() throws Exception {
    JsonNode canary = show().path("arms").path("canary");
    assertThat(canary.path("version").asString()).isEqualTo("8");
    for (String number :
        new String[] {"requests", "failures", "errorRate", "p95Ms", "requestsPerSecond"}) {
      assertThat(canary.path(number).isNull()).as(number).isTrue();
    }
    assertThat(page("en")).contains("not known", "shop-new-1", "What the controller says");
    assertThat(page("ru")).contains("неизвестно").doesNotContain("??");
  }

  @Test
  void promoteIsPatchedAsThePluginDoes() throws Exception {
    HttpResponse<String> answer = order("promote", "looks good");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(rig.log().changes())
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.address()).isEqualTo(STATUS);
          assertThat(asked.body()).isEqualTo("{\"status\":{\"pauseConditions\":null}}");
        });
    JsonNode audit = JSON.readTree(send("GET", "/api/audit", "").body());
    assertThat(audit.path(0).path("action").asString()).isEqualTo("promote");
    assertThat(audit.path(0).path("reason").asString()).isEqualTo("looks good");
  }

  @Test
  void abortIsPatchedAndTold() throws Exception {
    HttpResponse<String> answer = order("abort", "it smells");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(rig.live(ClusterResource.ROLLOUTS, "shop").status()).containsEntry("abort", true);
    JsonNode shop = JSON.readTree(answer.body());
    assertThat(shop.path("actions").toString()).contains("retry").doesNotContain("abort");
    assertThat(order("abort", "again").statusCode()).isEqualTo(409);
  }

  @Test
  void aVersionIsReleasedByItsImage() throws Exception {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/rollouts/shop/releases",
            "{\"image\": \"alexandrite/shop:9\", \"reason\": \"new\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String id = JSON.readTree(answer.body()).path("releaseId").asString();
    await()
        .atMost(PATIENCE)
        .until(() -> send("GET", "/api/releases/" + id, "").statusCode() == 200);
    JsonNode release = JSON.readTree(send("GET", "/api/releases/" + id, "").body());
    assertThat(release.path("toVersion").asString()).isEqualTo("9");
    assertThat(release.path("outcome").isNull()).isTrue();
    assertThat(release.path("requests").isNull()).isTrue();
  }

  @Test
  void itIsHeldAndSkippedAndRestartedUnderTheSameAddresses() throws Exception {
    assertThat(order("pause", "hold").statusCode()).isEqualTo(200);
    assertThat(order("pause", "hold").statusCode()).isEqualTo(409);
    assertThat(order("resume", "go").statusCode()).isEqualTo(200);
    assertThat(order("skip", "enough").statusCode()).isEqualTo(200);
    assertThat(order("restart", "new certificates").statusCode()).isEqualTo(200);
    assertThat(order("runs/shop-new-2-2/terminate", "enough").statusCode()).isEqualTo(200);
    assertThat(order("runs/another/terminate", "enough").statusCode()).isEqualTo(404);
    assertThat(order("accept", "fine").statusCode()).isEqualTo(409);
    JsonNode watches = JSON.readTree(send("GET", "/api/cluster", "").body());
    assertThat(watches.values()).allMatch(watch -> watch.path("watching").asBoolean());
  }

  @Test
  void aRefusalOfTheClusterIsToldWithWhatToDo() throws Exception {
    rig.log().fail("PATCH", STATUS, 403);
    HttpResponse<String> answer = order("abort", "it smells");
    assertThat(answer.statusCode()).isEqualTo(503);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.toString()).contains("cluster-forbidden", "argo-rollouts/manifests/console");
    assertThat(send("GET", "/api/rollouts/nobody", "").statusCode()).isEqualTo(404);
    assertThat(send("PUT", "/api/rollouts/shop", "kind: Rollout").body())
        .contains("manifests-elsewhere");
  }

  @Test
  void whoFollowsSeesTheClustersChanges() throws Exception {
    HttpResponse<Stream<String>> events =
        CLIENT.send(
            request("/api/rollouts/shop/events").GET().build(),
            HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = events.body()) {
      Map<String, Object> further = SampleObjects.pausedShop();
      Map<String, Object> status = new HashMap<>(SampleObjects.status(further));
      status.put("message", "a change");
      further.put("status", status);
      rig.put(further);
      assertThat(lines.filter(line -> line.contains("\"message\":\"a change\"")).findFirst())
          .isPresent();
    }
  }

  private static JsonNode show() throws Exception {
    return JSON.readTree(send("GET", "/api/rollouts/shop", "").body());
  }

  private static HttpResponse<String> order(String action, String reason) throws Exception {
    return send(
        "POST", "/api/rollouts/shop/" + action, JSON.writeValueAsString(Map.of("reason", reason)));
  }

  private static String page(String language) throws Exception {
    HttpRequest request =
        request("/rollouts/shop")
            .setHeader("Accept", "text/html")
            .header("Accept-Language", language)
            .GET()
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    String type = method.equals("PUT") ? "text/plain" : "application/json";
    HttpRequest request =
        request(path)
            .header("Content-Type", type)
            .setHeader("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    String port = console.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + TOKEN);
  }
}
