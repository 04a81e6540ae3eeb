package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.HomeBehindEdge;
import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.site.Site;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The console's API of previews with one preview, whose course a test writes down beforehand. */
final class TinyConsole implements AutoCloseable {
  static final String NAME = "feature-rings";
  static final String REVISION = "4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d";

  /** Phases in the order in which they are told; the last one stays. A number is a status. */
  final Queue<String> course = new ArrayDeque<>();

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Installation installation;

  TinyConsole(Path home) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    installation = HomeBehindEdge.at(home, server.getAddress().getPort());
  }

  Installation installation() {
    return installation;
  }

  Console console() {
    int port = server.getAddress().getPort();
    return new Console(
        Site.behindEdge("console", port, Duration.ofSeconds(5)), HomeBehindEdge.TOKEN);
  }

  /** Method, path and body of each call. */
  List<String> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      calls.add((call + " " + body).strip());
      if (!"Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, "{\"detail\":\"Sign in.\"}");
      } else {
        answer(exchange, call, body);
      }
    }
  }

  private void answer(HttpExchange exchange, String call, String body) throws IOException {
    switch (call) {
      case "GET /api/previews" -> send(exchange, 200, overview());
      case "GET /api/previews/" + NAME -> course(exchange);
      case "POST /api/previews" -> created(exchange, body);
      case "GET /api/previews/" + NAME + "/comment" -> send(exchange, 200, "### Preview\n");
      case "GET /api/previews/" + NAME + "/logs/shop?lines=3" -> send(exchange, 200, "a\nb\nc\n");
      case "POST /api/previews/" + NAME + "/share" ->
          send(exchange, 200, "{\"url\":\"http://shop/x\",\"expiresAt\":\"2026-11-26T09:00:00Z\"}");
      default -> send(exchange, 202, "{}");
    }
  }

  private void created(HttpExchange exchange, String body) throws IOException {
    if (body.contains("unknown")) {
      send(
          exchange,
          422,
          """
          {"code":"no-such-branch","detail":"There is no branch unknown.","action":"Push it first."}
          """);
    } else {
      send(exchange, 202, view("QUEUED"));
    }
  }

  private void course(HttpExchange exchange) throws IOException {
    String now = course.size() > 1 ? course.remove() : course.element();
    if (Character.isDigit(now.charAt(0))) {
      send(exchange, Integer.parseInt(now), "{\"detail\":\"There is no such preview.\"}");
    } else {
      send(exchange, 200, view(now));
    }
  }

  private static String overview() {
    return """
    {"previews":[%s],"orphans":3,"orphansByKind":{"database":2,"vhost":1},
     "memoryBytes":700000000,"memoryLimitBytes":2000000000}
    """
        .formatted(view("READY"));
  }

  private static String view(String phase) {
    String problem =
        phase.equals("FAILED")
            ? "{\"code\":\"build-failed\",\"what\":\"shop does not compile.\",\"action\":\"Push again.\",\"detail\":\"\"}"
            : "null";
    return """
    {"name":"feature-rings","branches":["feature/rings"],"revision":"%s","depth":"overlay","phase":"%s",
     "message":"","problem":%s,"queuePlace":0,"addresses":{"shop":"http://shop.feature-rings.localhost:8080"},
     "services":[{"name":"shop","origin":"branch","revision":"%s","state":"ready","message":"","log":"shop"}],
     "readySeconds":9.4,"memoryBytes":700000000,"pinned":false}
    """
        .formatted(REVISION, phase, problem, REVISION);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
