package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.server.environment.Documents;
import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A kill reaches every instance through the broker; how long that took is kept. */
class KillIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MANY = 8;

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  private static FlagRig rig;
  private static int number;

  private final List<TestInstance> instances = new ArrayList<>();
  private String place = "";

  @BeforeAll
  static void start() {
    rig = new FlagRig(servers, host, FlagRig.broker(servers, servers.rabbitPort()));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @BeforeEach
  void anEnvironmentWithInstances() throws Exception {
    place = "kill-" + number++;
    rig.post("/api/flag-environments", Map.of("name", place, "from", "local"), 201);
    for (int one = 0; one < MANY; one++) {
      add("shop-" + one);
    }
    await().atMost(PATIENCE).until(() -> seen().size() == MANY);
  }

  @AfterEach
  void gone() {
    instances.forEach(TestInstance::close);
  }

  private void add(String name) throws Exception {
    var instance = new TestInstance(name, place, factory());
    instance.apply(rig.bean(Documents.class).newest(place));
    instances.add(instance);
  }

  private static ConnectionFactory factory() {
    var factory = new ConnectionFactory();
    factory.setPort(servers.rabbitPort());
    factory.setUsername(servers.rabbitUser());
    factory.setPassword(servers.rabbitPassword());
    factory.setVirtualHost(servers.rabbitVhost());
    return factory;
  }

  private JsonNode seen() throws Exception {
    return rig.get("/api/flag-environments/" + place + "/instances");
  }

  private JsonNode kill(String key) throws Exception {
    String path = "/api/flags/" + key + "/environments/" + place + "/kill";
    return rig.post(path, Map.of("reason", "test"), 200).path("change");
  }

  private JsonNode awaitEverywhere(long change) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> rig.get("/api/flag-changes/" + change),
            one -> !one.path("everywhereMs").isNull());
  }

  @Test
  void everyInstanceGetsIt() throws Exception {
    JsonNode killed = kill("page-layout");

    JsonNode everywhere = awaitEverywhere(killed.path("id").asLong());

    assertThat(everywhere.path("instances").asInt()).isEqualTo(MANY);
    assertThat(everywhere.path("everywhereMs").asLong()).isNotNegative();
    long version = killed.path("version").asLong();
    assertThat(instances).allSatisfy(one -> assertThat(one.version()).isEqualTo(version));
    assertThat(seen().valueStream().map(one -> one.path("version").asLong())).containsOnly(version);
    JsonNode flag = rig.get("/api/flags/page-layout/environments/" + place);
    assertThat(flag.path("lastInstanceMs").asLong())
        .isEqualTo(everywhere.path("everywhereMs").asLong());
  }

  @Test
  void oneThatIsStartingIsWaitedForFromItsFirstReport() throws Exception {
    var old = rig.bean(Documents.class).newest(place);
    instances.getFirst().close();
    var starting = new TestInstance("shop-new", place, factory());
    instances.add(starting);
    starting.apply(old);
    await().atMost(PATIENCE).until(() -> seen().size() == MANY + 1);

    JsonNode killed = kill("page-layout");
    await()
        .atMost(PATIENCE)
        .until(() ->
            instances.stream()
                .skip(1)
                .allMatch(one -> one.version() == killed.path("version").asLong()));

    // The one that died never reports; when it counts as gone, the next report completes it.
    JsonNode waiting = rig.get("/api/flag-changes/" + killed.path("id").asLong());
    assertThat(waiting.path("everywhereMs").isNull()).isTrue();
    TestHost.TestClock.CLOCK.forward(Duration.ofSeconds(40));
    for (TestInstance one : instances.subList(1, instances.size())) {
      one.apply(rig.bean(Documents.class).newest(place));
    }
    assertThat(awaitEverywhere(killed.path("id").asLong()).path("instances").asInt()).isPositive();
    await().atMost(PATIENCE).until(() -> seen().size() == MANY);
  }

  @Test
  void withoutTheBrokerAnInstanceReportsOverHttp() throws Exception {
    String report = "{\"instance\": \"shop-far\", \"service\": \"shop\", \"version\": 3}";
    FlagRig.expect(
        rig.send("POST", "/api/v1/applied/", report, "", "X-Environment-Key", FlagRig.KEY), 200);

    assertThat(
            rig.get("/api/flag-environments/local/instances")
                .valueStream()
                .map(one -> one.path("id").asString()))
        .contains("shop-far");
  }
}
