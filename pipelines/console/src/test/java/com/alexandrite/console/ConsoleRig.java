package com.alexandrite.console;

import static org.awaitility.Awaitility.await;

import com.alexandrite.console.loop.RolloutLoop;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.rollouts.local.Programs;
import com.alexandrite.rollouts.local.rig.Customers;
import com.alexandrite.rollouts.local.rig.RunningHaproxy;
import com.alexandrite.rollouts.local.rig.RunningPrometheus;
import com.alexandrite.rollouts.local.rig.RunningSupervisor;
import com.alexandrite.rollouts.local.rig.TinyPod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A console with everything around it, that can be stopped and started again in mid-release. */
final class ConsoleRig implements AutoCloseable {
  static final String TOKEN = "a token for tests";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final RunningSupervisor supervisor;
  final RunningHaproxy haproxy;
  final RunningPrometheus prometheus;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Object> properties = new HashMap<>();
  private @Nullable ConfigurableApplicationContext context;

  ConsoleRig(Path folder, BackingServers servers) throws IOException {
    this(folder, servers, Map.of());
  }

  ConsoleRig(Path folder, BackingServers servers, Map<String, ?> more) throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createDirectory(home.resolve("config"));
    Files.writeString(home.resolve("config/shop.env"), "SHOP_SETTING=x\n");
    supervisor = new RunningSupervisor(home);
    haproxy = new RunningHaproxy(Files.createDirectory(home.resolve("haproxy")));
    prometheus = new RunningPrometheus(Files.createDirectory(home.resolve("prometheus")));
    properties.putAll(servers.springProperties());
    properties.putAll(
        Map.of(
            "alexandrite.console.home",
            home,
            "alexandrite.console.haproxy-socket",
            haproxy.socket(),
            "alexandrite.console.prometheus",
            prometheus.address(),
            "alexandrite.console.token",
            TOKEN,
            "alexandrite.accounts.password",
            "secret",
            "server.port",
            0,
            "management.server.port",
            0));
    properties.putAll(more);
    start();
  }

  void start() {
    context = started(properties);
  }

  /** One after the other: what Spring Boot does about logging at a start is for the whole JVM. */
  private static synchronized ConfigurableApplicationContext started(
      Map<String, Object> properties) {
    return new SpringApplicationBuilder(TinyPrograms.class, ConsoleApplication.class)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  /** What is saved is all that the next console gets. */
  void stop() {
    ConfigurableApplicationContext running = context;
    if (running != null) {
      running.close();
    }
    context = null;
  }

  /** Nothing is decided until it goes on; the API answers all the same. */
  void stopLoop() {
    running().getBean(RolloutLoop.class).stop();
  }

  void startLoop() {
    running().getBean(RolloutLoop.class).start();
  }

  Customers customers() {
    return new Customers(haproxy.port());
  }

  URI address() {
    return address("local.server.port");
  }

  private URI address(String port) {
    return URI.create("http://127.0.0.1:" + running().getEnvironment().getProperty(port));
  }

  private ConfigurableApplicationContext running() {
    ConfigurableApplicationContext running = context;
    if (running == null) {
      throw new IllegalStateException("the console is stopped");
    }
    return running;
  }

  String metrics() throws IOException, InterruptedException {
    URI metrics = address("local.management.port").resolve("/actuator/prometheus");
    return client
        .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  void deploy(String image) throws Exception {
    HttpResponse<String> answer =
        send("PUT", "/api/rollouts/shop?image=" + image, TestManifests.yaml(), "text/plain");
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
    await().atMost(Duration.ofSeconds(40)).until(() -> phase().equals("Healthy"));
  }

  /** Starts a release; returns its id. */
  String release(String image, @Nullable String drill) throws Exception {
    Map<String, Object> request = new HashMap<>(Map.of("image", image, "reason", "a test"));
    request.put("drill", drill);
    JsonNode answer = post("/api/rollouts/shop/releases", request, 202);
    return answer.path("releaseId").asString();
  }

  JsonNode awaitOutcome(String releaseId) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> get("/api/releases/" + releaseId), release -> !release.path("outcome").isNull());
  }

  String phase() throws Exception {
    return rollout().path("phase").asString("");
  }

  int weight() throws Exception {
    return rollout().path("weight").asInt();
  }

  JsonNode rollout() throws Exception {
    return get("/api/rollouts/shop");
  }

  JsonNode get(String path) throws Exception {
    return JSON.readTree(send("GET", path, "", "application/json").body());
  }

  JsonNode post(String path, Map<String, ?> body, int expected) throws Exception {
    HttpResponse<String> answer =
        send("POST", path, JSON.writeValueAsString(body), "application/json");
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, String body, String type)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    stop();
    haproxy.close();
    prometheus.close();
    supervisor.close();
  }

  /** Every image is the tiny pod. */
  @Configuration(proxyBeanMethods = false)
  static class TinyPrograms {
    @Bean
    Programs programs() {
      return image -> {
        if (image.endsWith(":unknown")) {
          throw new Programs.UnknownImageException(
              image, new IllegalArgumentException("not built"));
        }
        return new Programs.Program(
            TinyPod.command(),
            Path.of("").toAbsolutePath(),
            image.substring(image.indexOf(':') + 1));
      };
    }
  }
}
