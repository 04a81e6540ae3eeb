package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.models.DefaultFlag;
import com.flagsmith.models.Flags;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Flagsmith's own Java client, unmodified, and the keys that it brings. */
class KeysAndClientsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  private static FlagRig rig;
  private static int number;

  private String place = "";
  private String key = "";

  @BeforeAll
  static void start() {
    rig = new FlagRig(servers, host, Map.of());
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @BeforeEach
  void anEnvironmentWithAKey() throws Exception {
    place = "client-" + number++;
    rig.post("/api/flag-environments", Map.of("name", place, "from", "staging"), 201);
    key = makeKey("server").path("secret").asString();
  }

  private JsonNode makeKey(String kind) throws Exception {
    return rig.post("/api/flag-environments/" + place + "/keys", Map.of("kind", kind), 201);
  }

  private HttpResponse<String> document(String secret) throws Exception {
    return rig.send("GET", "/api/v1/environment-document/", "", "", "X-Environment-Key", secret);
  }

  private FlagsmithClient client(boolean local) {
    return FlagsmithClient.newBuilder().setApiKey(key).withConfiguration(config(local)).build();
  }

  private static FlagsmithConfig config(boolean local) {
    return FlagsmithConfig.newBuilder()
        .baseUri(rig.address() + "/api/v1/")
        .withLocalEvaluation(local)
        .withEnvironmentRefreshIntervalSeconds(1)
        .build();
  }

  private void serve(String variant) throws Exception {
    rig.post(
        "/api/flags/page-layout/environments/" + place + "/share",
        Map.of("percent", 100, "variant", variant, "reason", "test"),
        200);
  }

  @Test
  void theClientEvaluatesByItselfAndHearsOfChanges() throws Exception {
    serve("wide");
    FlagsmithClient client = client(true);
    try {
      assertThat(client.getEnvironmentFlags().getFeatureValue("page-layout")).isEqualTo("wide");
      assertThat(client.getEnvironmentFlags().isFeatureEnabled("fast-lane")).isFalse();

      serve("dense");
      client.updateEnvironment();

      Flags anna = client.getIdentityFlags("anna");
      assertThat(anna.getFeatureValue("page-layout")).isEqualTo("dense");
    } finally {
      client.close();
    }
  }

  @Test
  void theClientAsksForEachIdentity() throws Exception {
    rig.post(
        "/api/flags/fast-lane/environments/" + place + "/share",
        Map.of("percent", 50, "reason", "half"),
        200);
    FlagsmithClient client = client(false);
    try {
      int on = 0;
      for (int user = 0; user < 60; user++) {
        String id = "user-" + user;
        boolean expected =
            rig.post("/api/flags/fast-lane/environments/" + place + "/why", Map.of("id", id), 200)
                .path("variant")
                .asString()
                .equals("on");
        assertThat(client.getIdentityFlags(id).isFeatureEnabled("fast-lane")).isEqualTo(expected);
        on += expected ? 1 : 0;
      }
      assertThat(on).isBetween(10, 50);
      assertThat(client.getEnvironmentFlags().isFeatureEnabled("fast-lane")).isFalse();
    } finally {
      client.close();
    }
  }

  @Test
  void aKeyIsReplacedWithoutAGapAndOpensNothingOnceRevoked() throws Exception {
    String old = key;
    String fresh = makeKey("server").path("secret").asString();
    assertThat(document(old).statusCode()).isEqualTo(200);
    assertThat(document(fresh).statusCode()).isEqualTo(200);

    JsonNode keys = rig.get("/api/flag-environments/" + place + "/keys");
    assertThat(keys.toString()).doesNotContain(old, fresh);
    String id = keys.get(keys.size() - 1).path("id").asString();
    FlagRig.expect(
        rig.send("DELETE", "/api/flag-environments/" + place + "/keys/" + id, "", "rita"), 204);

    assertThat(document(old).statusCode()).isEqualTo(401);
    assertThat(document(fresh).statusCode()).isEqualTo(200);
  }

  @Test
  void aProgramSeesThatAPreviewIsThereWithAKeyOfItsChoice() throws Exception {
    String chosen = "ser." + "0123456789".repeat(4);
    String wanted = "/api/flag-environments/" + place + "-wanted";
    String body = "{\"from\": \"staging\", \"key\": \"" + chosen + "\"}";
    FlagRig.expect(rig.send("PUT", wanted, body, "rita"), 200);
    FlagRig.expect(rig.send("PUT", wanted, body, "rita"), 200);

    assertThat(rig.get(wanted + "/keys")).hasSize(1);
    assertThat(document(chosen).statusCode()).isEqualTo(200);
    String other = "/api/flag-environments/" + place;
    assertThat(FlagRig.expect(rig.send("PUT", other, body, "rita"), 409).path("code").asString())
        .isEqualTo("key-taken");
    String weak = "{\"key\": \"ser.short\"}";
    assertThat(FlagRig.expect(rig.send("PUT", other, weak, "rita"), 400).path("code").asString())
        .isEqualTo("key-weak");
    FlagRig.expect(rig.send("DELETE", wanted, "", "rita"), 204);
    assertThat(document(chosen).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClientWithAnUnknownKeyAnswersItsDefaults(boolean local) throws Exception {
    DefaultFlag plain = new DefaultFlag();
    plain.setEnabled(false);
    plain.setValue("plain");
    FlagsmithClient client =
        FlagsmithClient.newBuilder()
            .setApiKey("ser.guessed")
            .withConfiguration(config(local))
            .setDefaultFlagValueFunction(_ -> plain)
            .build();
    try {
      assertThat(client.getEnvironmentFlags().isFeatureEnabled("fast-lane")).isFalse();
      assertThat(client.getIdentityFlags("anna").getFeatureValue("page-layout")).isEqualTo("plain");
    } finally {
      client.close();
    }
  }

  @Test
  void aClientWhoseKeyIsRevokedGoesOnWithWhatItKnew() throws Exception {
    serve("wide");
    FlagsmithClient client = client(true);
    try {
      JsonNode made = rig.get("/api/flag-environments/" + place + "/keys").get(0);
      String revoke = "/api/flag-environments/" + place + "/keys/" + made.path("id").asString();
      FlagRig.expect(rig.send("DELETE", revoke, "", "rita"), 204);
      client.updateEnvironment();

      assertThat(client.getEnvironmentFlags().getFeatureValue("page-layout")).isEqualTo("wide");
    } finally {
      client.close();
    }
  }

  @Test
  void withoutTheRightKeyNothingIsTold() throws Exception {
    JsonNode none = FlagRig.expect(rig.send("GET", "/api/v1/flags/", "", ""), 401);
    assertThat(none.path("code").asString()).isEqualTo("key-unknown");
    assertThat(FlagRig.expect(document("ser.guessed"), 401).path("action").asString()).isNotBlank();
    String client = makeKey("client").path("secret").asString();
    assertThat(FlagRig.expect(document(client), 403).path("code").asString())
        .isEqualTo("server-key-needed");
    HttpResponse<String> flags =
        rig.send("GET", "/api/v1/flags/", "", "", "X-Environment-Key", client);
    assertThat(FlagRig.expect(flags, 200)).hasSize(2);
  }

  @Test
  void answersAreCountedByVariant() throws Exception {
    String counts =
        """
        {"counts": [{"flag": "page-layout", "variant": "wide", "count": 7},
                    {"flag": "page-layout", "variant": "plain", "count": 3},
                    {"flag": "nobody-knows", "variant": "on", "count": 9}]}
        """;
    FlagRig.expect(
        rig.send("POST", "/api/v1/evaluations/", counts, "", "X-Environment-Key", key), 200);
    FlagRig.expect(
        rig.send(
            "POST",
            "/api/v1/analytics/flags/",
            "{\"page-layout\": 5}",
            "",
            "X-Environment-Key",
            key),
        200);

    await()
        .atMost(PATIENCE)
        .until(() ->
            rig.get("/api/flags/page-layout/environments/" + place + "/evaluations")
                    .valueStream()
                    .mapToLong(one -> one.path("count").asLong())
                    .sum()
                == 15);
    assertThat(
            rig.get("/api/flags/page-layout").path("flag").path("evaluations").path(place).asLong())
        .isEqualTo(15);
  }

  @Test
  void theAdminApiIsForPeopleWhoSignedIn() throws Exception {
    HttpResponse<String> stranger =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(rig.address().resolve("/api/flags")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(stranger.statusCode()).isIn(401, 403);
  }
}
