package com.alexandrite.cli.release;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The console's API with a release whose course is written down beforehand. */
final class FakeConsole implements AutoCloseable {
  /** One answer to the question for the release; the rollout's weight belongs to it. */
  record Moment(int status, @Nullable String outcome, int weight) {}

  private final HttpServer server;
  private final Iterator<Moment> course;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private Moment now = new Moment(200, null, 0);

  private FakeConsole(HttpServer server, List<Moment> course) {
    this.server = server;
    this.course = course.iterator();
  }

  static FakeConsole withCourse(Moment... course) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeConsole console = new FakeConsole(server, List.of(course));
    server.createContext("/", console::answer);
    server.start();
    return console;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Method, path and body of each call that changes something. */
  List<String> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("POST")) {
      calls.add(path + " " + body);
      send(exchange, 202, "{\"releaseId\":\"r-1\"}");
    } else if (!"Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{\"detail\":\"Sign in.\"}");
    } else if (path.equals("/api/releases/r-1")) {
      now = course.next();
      send(exchange, now.status(), release());
    } else if (path.equals("/api/rollouts/shop")) {
      send(exchange, 200, rollout());
    } else {
      send(
          exchange,
          404,
          "{\"detail\":\"There is no such release.\",\"action\":\"See rollouts list.\"}");
    }
  }

  private String release() {
    String outcome = now.outcome() == null ? "null" : "\"" + now.outcome() + "\"";
    return """
    {"outcome":%s,"service":"shop","fromVersion":"1","toVersion":"2","reason":"error-rate",
     "why":"Error rate was fine.","requests":40,"failedRequests":9,"secondsToAbort":null,"seconds":31.5}
    """
        .formatted(outcome);
  }

  private String rollout() {
    return """
    {"name":"shop","phase":"Progressing","step":1,"steps":4,"weight":%d,"stable":"1","canary":"2","message":null,
     "arms":{"stable":{"requests":400,"failures":0,"errorRate":0.0,"p95Ms":12.0,"p99Ms":20.0},
             "canary":{"requests":40,"failures":9,"errorRate":0.225,"p95Ms":null,"p99Ms":null}},
     "analysisRuns":[{"name":"error-rate","phase":"Running","message":null}],"history":[]}
    """
        .formatted(now.weight());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
