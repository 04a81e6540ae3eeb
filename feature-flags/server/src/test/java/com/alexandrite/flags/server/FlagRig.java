package com.alexandrite.flags.server;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.server.change.ImportingDefinitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.definition.FlagDefinition.Initial;
import com.alexandrite.flags.server.definition.FlagDefinition.VariantValue;
import com.alexandrite.flags.server.definition.FlagDefinitions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A flag server in a small host with a database of its own; it can be stopped and started again.
 */
public final class FlagRig implements AutoCloseable {
  /** A key of the environment {@code local}. */
  public static final String KEY = "ser.a-key-for-tests";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Object> properties = new HashMap<>();
  private @Nullable ConfigurableApplicationContext context;

  /** Starts it with two flags. */
  public FlagRig(BackingServers flags, BackingServers host, Map<String, ?> more) {
    properties.putAll(host.springProperties());
    properties.put("spring.main.banner-mode", "off");
    properties.put("server.port", 0);
    properties.put("alexandrite.flagserver.database.url", flags.jdbcUrl());
    properties.put("alexandrite.flagserver.database.username", flags.databaseUser());
    properties.put("alexandrite.flagserver.database.password", flags.databasePassword());
    properties.put("alexandrite.flagserver.keys.local", KEY);
    properties.putAll(more);
    start();
    take(fast(), layout());
  }

  /** The properties of a broker. */
  public static Map<String, Object> broker(BackingServers servers, int port) {
    return Map.of(
        "alexandrite.flagserver.broker.host", "127.0.0.1",
        "alexandrite.flagserver.broker.port", port,
        "alexandrite.flagserver.broker.username", servers.rabbitUser(),
        "alexandrite.flagserver.broker.password", servers.rabbitPassword(),
        "alexandrite.flagserver.broker.virtual-host", servers.rabbitVhost());
  }

  /** A boolean flag that begins off in every environment. */
  public static FlagDefinition fast() {
    return new FlagDefinition(
        "fast-lane",
        "Orders of up to 20 g are made first.",
        "mes",
        FlagType.RELEASE,
        Unit.USER,
        List.of(new VariantValue(Flag.OFF, false), new VariantValue(Flag.ON, true)),
        Flag.OFF,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2027, 1, 31),
        Map.of());
  }

  /** A flag with three texts that begins for half of all in {@code local}. */
  public static FlagDefinition layout() {
    return new FlagDefinition(
        "page-layout",
        "How the order page is laid out.",
        "shop",
        FlagType.EXPERIMENT,
        Unit.USER,
        List.of(
            new VariantValue("plain", "plain"),
            new VariantValue("wide", "wide"),
            new VariantValue("dense", "dense")),
        "plain",
        LocalDate.of(2026, 11, 1),
        null,
        Map.of("local", new Initial(true, List.of(Rule.everybody(5000, "wide")))));
  }

  /** Takes these definitions over. */
  public void take(FlagDefinition... definitions) {
    bean(ImportingDefinitions.class)
        .run(new FlagDefinitions(List.of(definitions), List.of()), "test", "a test begins");
  }

  /** Starts it again on what was kept. */
  public void start() {
    context =
        new SpringApplicationBuilder(TestHost.class)
            .run(
                properties.entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new));
  }

  /** Ends it. */
  public void stop() {
    ConfigurableApplicationContext running = context;
    if (running != null) {
      running.close();
    }
    context = null;
  }

  /** A part of the running server. */
  public <T> T bean(Class<T> type) {
    return running().getBean(type);
  }

  /** Where it answers. */
  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + running().getEnvironment().getProperty("local.server.port"));
  }

  private ConfigurableApplicationContext running() {
    ConfigurableApplicationContext running = context;
    if (running == null) {
      throw new IllegalStateException("the server is stopped");
    }
    return running;
  }

  /** Reads as rita. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send("GET", path, "", "rita").body());
  }

  /** Posts as rita and expects a status. */
  public JsonNode post(String path, Map<String, ?> body, int expected)
      throws IOException, InterruptedException {
    return post(path, body, expected, "rita");
  }

  /** Posts as somebody and expects a status. */
  public JsonNode post(String path, Map<String, ?> body, int expected, String actor)
      throws IOException, InterruptedException {
    return expect(send("POST", path, JSON.writeValueAsString(body), actor), expected);
  }

  /** The answer, when it has the status. */
  public static JsonNode expect(HttpResponse<String> answer, int expected) {
    if (answer.statusCode() != expected) {
      throw new AssertionError(answer.statusCode() + ", not " + expected + ": " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  /** Sends anything, with further headers by name and value. */
  public HttpResponse<String> send(
      String method, String path, String body, String actor, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header(TestHost.ACTOR, actor)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    stop();
    client.shutdownNow();
  }
}
