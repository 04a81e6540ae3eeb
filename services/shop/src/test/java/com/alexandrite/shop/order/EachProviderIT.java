package com.alexandrite.shop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.shop.ShopApplication;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Shop with each source of flags, chosen by its configuration alone. */
class EachProviderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ENVIRONMENT = "local";
  private static final String ANNA = "/order-intake?user=anna";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A kill switch, since those are never taken out of the code. */
  private static final Flag<Boolean> FLAG = Features.ORDER_INTAKE;

  /** Both tests of a provider meet the same database, which keeps the newest version. */
  private static final AtomicLong VERSIONS = new AtomicLong();

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit().s3();

  private final HttpServer source = onFreePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile FlagDocument newest = document(0);

  @BeforeEach
  void serve() {
    source.createContext("/api/v1/", this::answer);
    source.start();
  }

  @AfterEach
  void leave() {
    source.stop(0);
    http.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flagsmith", "togglz"})
  void switchesWhatIsPushed(String provider) {
    try (ConfigurableApplicationContext shop = start(provider)) {
      assertThat(flags(shop, "").path("provider").asString()).isEqualTo(provider);

      putInForce(shop, document(0));
      assertThat(flags(shop, ANNA).path("variant").asString()).isEqualTo(Flag.OFF);

      putInForce(shop, document(FlagDocument.EVERYBODY));
      JsonNode anna = flags(shop, ANNA);
      assertThat(anna.path("variant").asString()).isEqualTo(Flag.ON);
      assertThat(anna.path("sentence").asString()).isEqualTo("rule 1 takes anna in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"flagsmith", "togglz"})
  void timesRequestsByTheVariantOfAGrowingFlag(String provider) {
    try (ConfigurableApplicationContext shop = start(provider)) {
      putInForce(shop, document(FlagDocument.EVERYBODY / 2));
      int port = Integer.parseInt(property(shop, "local.server.port"));
      ShopClient anna = new ShopClient(port).signedInAs("anna");

      assertThat(anna.page("/new").status()).isEqualTo(200);

      String variant = flags(shop, ANNA).path("variant").asString();
      assertThat(get(shop, "prometheus"))
          .contains(
              "flag_requests_seconds_count{flag=\"order-intake\",outcome=\"SUCCESS\",variant=\""
                  + variant
                  + "\"} 1")
          .contains("flags_document_version " + newest.version())
          .contains("flags_evaluations_total{flag=\"order-intake\",variant=\"" + variant + "\"}");
    }
  }

  private static FlagDocument document(int share) {
    var state = new FlagState(FLAG.key(), true, "s", List.of(Rule.everybody(share, Flag.ON)));
    return new FlagDocument(
        ENVIRONMENT,
        VERSIONS.incrementAndGet(),
        Instant.parse("2026-11-25T10:00:00Z"),
        List.of(state),
        List.of());
  }

  /** Pushes again until it is heard: before the Shop's queue is there, nobody keeps it. */
  private void putInForce(ConfigurableApplicationContext shop, FlagDocument document) {
    newest = document;
    await()
        .atMost(PATIENCE)
        .until(() -> {
          push(shop, document);
          return flags(shop, "").path("version").asLong() == document.version();
        });
  }

  private static void push(ConfigurableApplicationContext shop, FlagDocument document) {
    var announcement =
        Map.of(
            "environment",
            document.environment(),
            "version",
            document.version(),
            "changedAt",
            document.changedAt(),
            "document",
            document);
    shop.getBean(RabbitTemplate.class)
        .send(
            "flags.changed",
            "",
            MessageBuilder.withBody(JSON.writeValueAsBytes(announcement)).build());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = JSON.writeValueAsBytes(environmentDocument(newest));
      boolean document = exchange.getRequestURI().getPath().endsWith("/environment-document/");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(document ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** As our flag server writes it, with nothing that only Flagsmith's own evaluation needs. */
  private static Map<String, Object> environmentDocument(FlagDocument document) {
    return Map.of(
        "api_key",
        "public-key",
        "name",
        document.environment(),
        "project",
        Map.of("name", "alexandrite", "hide_disabled_flags", false, "segments", List.of()),
        "feature_states",
        List.of(),
        "identity_overrides",
        List.of(),
        "alexandrite",
        document);
  }

  private JsonNode flags(ConfigurableApplicationContext shop, String path) {
    return JSON.readTree(get(shop, "flags" + path));
  }

  private String get(ConfigurableApplicationContext shop, String endpoint) {
    String base = "http://127.0.0.1:" + property(shop, "local.management.port") + "/actuator/";
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(base + endpoint)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String property(ConfigurableApplicationContext shop, String name) {
    return shop.getEnvironment().getRequiredProperty(name);
  }

  private ConfigurableApplicationContext start(String provider) {
    Map<String, Object> properties = new HashMap<>(servers.springProperties());
    properties.put("server.port", 0);
    properties.put("management.server.port", 0);
    properties.put("alexandrite.accounts.password", "secret");
    properties.put("alexandrite.warm-up.rounds", 0);
    properties.put("alexandrite.flags.provider", provider);
    properties.put("alexandrite.flags.environment", ENVIRONMENT);
    properties.put(
        "alexandrite.flags.url", "http://127.0.0.1:" + source.getAddress().getPort() + "/api/v1/");
    properties.put("alexandrite.flags.key", "ser.test");
    properties.put("alexandrite.flags.poll", "500ms");
    return SpringApplication.run(
        ShopApplication.class,
        properties.entrySet().stream()
            .map(it -> "--" + it.getKey() + "=" + it.getValue())
            .toArray(String[]::new));
  }

  private static HttpServer onFreePort() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
