package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.server.TestHost.TestClock;
import com.alexandrite.flags.server.hook.Signature;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Definitions in and out, and who hears of changes by HTTP. */
class DefinitionsAndHooksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SECRET = "a secret of the receiver";

  @RegisterExtension static final BackingServers servers = BackingServers.postgres();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  private static FlagRig rig;

  @BeforeAll
  static void start() {
    rig = new FlagRig(servers, host, Map.of());
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void whatExistsIsKeptAndWhatIsGoneIsArchived() throws Exception {
    String layout = "/api/flags/page-layout/environments/local";
    rig.post(layout + "/share", Map.of("percent", 70, "reason", "before"), 200);
    JsonNode exported = rig.get("/api/flag-definitions");

    rig.take(FlagRig.layout());
    assertThat(rig.get("/api/flags").valueStream().map(one -> one.path("key").asString()))
        .containsExactly("page-layout");
    assertThat(rig.get(layout).path("percent").asDouble()).isEqualTo(70);
    rig.post("/api/flags/fast-lane/environments/local/kill", Map.of("reason", "x"), 404);

    String again = exported.toString();
    JsonNode imported =
        FlagRig.expect(rig.send("POST", "/api/flag-definitions?reason=back", again, "rita"), 200);
    assertThat(imported.path("added").toString()).contains("fast-lane");
    assertThat(rig.get("/api/flags")).hasSize(2);
    assertThat(
            rig.get("/api/flag-changes?environment=local&flag=fast-lane")
                .valueStream()
                .map(one -> one.path("kind").asString()))
        .containsExactly("import", "archive", "import");
  }

  @Test
  void aReceiverHearsOfEachChangeSignedAndIsAskedAgainUntilItAnswers() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    List<String> signatures = new CopyOnWriteArrayList<>();
    AtomicInteger failures = new AtomicInteger(2);
    HttpServer receiver = receiver(heard, signatures, failures);
    try {
      rig.post("/api/flag-environments", Map.of("name", "hooked", "from", "local"), 201);
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/flags";
      JsonNode hook =
          rig.post(
              "/api/flag-webhooks",
              Map.of("url", url, "environment", "hooked", "secret", SECRET),
              201);
      rig.post(
          "/api/flags/page-layout/environments/hooked/kill", Map.of("reason", "tell them"), 200);

      String deliveries = "/api/flag-webhooks/" + hook.path("id").asString() + "/deliveries";
      await()
          .atMost(PATIENCE)
          .until(() -> {
            TestClock.CLOCK.forward(Duration.ofSeconds(10));
            return rig.get(deliveries).get(0).path("state").asString().equals("delivered");
          });

      assertThat(rig.get(deliveries).get(0).path("attempts").asInt()).isEqualTo(3);
      assertThat(heard).hasSize(3).allMatch(body -> body.contains("tell them"));
      assertThat(signatures).containsOnly(Signature.of(heard.getFirst(), SECRET));
      assertThat(rig.get("/api/flag-webhooks").toString()).doesNotContain(SECRET);
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void badWebhooksAreRefused() throws Exception {
    Map<String, String> noAddress = Map.of("url", "ftp://x", "secret", SECRET);
    assertThat(rig.post("/api/flag-webhooks", noAddress, 400).path("code").asString())
        .isEqualTo("url-invalid");
    Map<String, String> weak = Map.of("url", "http://127.0.0.1/x", "secret", "short");
    assertThat(rig.post("/api/flag-webhooks", weak, 400).path("code").asString())
        .isEqualTo("secret-too-short");
  }

  private static HttpServer receiver(
      List<String> heard, List<String> signatures, AtomicInteger failures) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/flags",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst(Signature.HEADER));
          exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 500 : 204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
