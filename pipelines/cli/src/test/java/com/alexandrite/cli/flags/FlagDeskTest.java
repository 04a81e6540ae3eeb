package com.alexandrite.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP, against answers as the flag server gives them. */
class FlagDeskTest {
  private static final String STATE =
      """
      {"key":"price-breakdown","environment":"local","enabled":true,"state":"share","percent":12.5,"version":8,
       "lastInstanceMs":null,"changedAt":"2026-11-25T10:00:00Z","changedBy":"rita","reason":"looks good",
       "instances":[{"id":"shop-1","service":"shop","version":8},{"id":"shop-2","service":"shop","version":9}]}
      """;

  @TempDir Path folder;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  @BeforeEach
  void begin() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void aChangeIsFollowedToTheLastInstance() throws Exception {
    FlagDesk desk = desk();
    JsonNode answer =
        desk.change("price-breakdown", "local", "share", Map.of("percent", 12.5, "reason", "grow"));

    FlagState state = desk.afterChange("price-breakdown", "local", answer);

    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst())
        .startsWith("/api/flags/price-breakdown/environments/local/share {")
        .contains("\"percent\":12.5", "\"reason\":\"grow\"");
    assertThat(state.lastInstanceMs()).isEqualTo(240);
    assertThat(looks).hasValue(3);
    assertThat(FlagText.now(state)).isEqualTo("price-breakdown in local: 12.50 % (version 8)");
    assertThat(FlagText.reach(state)).isEqualTo("on all of 2 instances after 240 ms");
  }

  @Test
  void aChangeThatWaitsForASecondPersonIsNotDone() throws Exception {
    FlagDesk desk = desk();
    JsonNode answer = desk.change("price-breakdown", "production", "switch", Map.of("on", true));

    assertThatThrownBy(() -> desk.afterChange("price-breakdown", "production", answer))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("second person");
  }

  @Test
  void whatTheServerSaysIsToldWithTheNextStep() {
    assertThatThrownBy(() -> desk().definition("price"))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("There is no flag price. Look at the list.");
  }

  @Test
  void theStateIsToldToProgramsAsTheDesignSays() throws Exception {
    JsonNode told =
        JsonMapper.shared().valueToTree(FlagState.of(desk().flag("price-breakdown", "local")));

    assertThat(told.propertyNames())
        .contains("key", "environment", "state", "version", "instances", "lastInstanceMs");
  }

  private FlagDesk desk() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Map<String, Integer> ports = new TreeMap<>();
    Ports.NAMES.forEach(name -> ports.put(name, server.getAddress().getPort()));
    Files.writeString(home.resolve("ports.json"), JsonMapper.shared().writeValueAsString(ports));
    return new FlagDesk(new Installation(folder, new Home(home)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("POST")) {
      calls.add(path + " " + body);
      boolean waits = path.contains("production");
      send(exchange, waits ? 202 : 200, "{\"outcome\":\"" + (waits ? "waits" : "done") + "\"}");
    } else if (path.equals("/api/flags/price-breakdown/environments/local")) {
      // The last instance reports while the command looks for the third time.
      String millis = looks.incrementAndGet() < 3 ? "null" : "240";
      send(exchange, 200, STATE.replace("null", millis));
    } else {
      send(
          exchange,
          404,
          "{\"detail\":\"There is no flag price.\",\"action\":\"Look at the list.\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
