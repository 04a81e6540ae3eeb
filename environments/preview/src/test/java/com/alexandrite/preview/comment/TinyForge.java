package com.alexandrite.preview.comment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of GitHub's and of GitLab's API that comments need: requests by branch, comments in
 * pages, and failures in a row that a test asks for.
 */
final class TinyForge implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A pull or merge request with its comments. */
  record Request(int number, String branch, boolean open, boolean fork, List<Comment> comments) {
    Request(int number, String branch, boolean open) {
      this(number, branch, open, false, new ArrayList<>());
    }
  }

  /** A comment. */
  static final class Comment {
    final int id;
    String body;

    Comment(int id, String body) {
      this.id = id;
      this.body = body;
    }

    Map<String, Object> json() {
      return Map.of("id", id, "body", body);
    }
  }

  /** An answer instead of the right one. */
  record Failure(int status, Map<String, String> headers) {}

  private final List<Request> requests = new ArrayList<>();
  final Queue<Failure> failures = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  final List<String> tokens = new ArrayList<>();
  private final HttpServer server;
  private int lastId = 1000;

  TinyForge() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized void open(Request request) {
    requests.add(request);
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized void say(Request request, String body) {
    request.comments().add(new Comment(++lastId, body));
  }

  synchronized List<String> texts(Request request) {
    return request.comments().stream().map(comment -> comment.body).toList();
  }

  synchronized List<String> writes() {
    return calls.stream().filter(call -> !call.startsWith("GET")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    tokens.add(
        exchange.getRequestHeaders().getFirst("Authorization")
            + exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
    Failure failure = failures.poll();
    if (failure == null) {
      good(exchange);
      return;
    }
    failure.headers().forEach(exchange.getResponseHeaders()::set);
    reply(exchange, failure.status(), Map.of("message", "no"));
  }

  private void good(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    String[] parts = path.split("/", -1);
    if (path.endsWith("/pulls") || path.endsWith("/merge_requests")) {
      reply(exchange, 200, found(query(exchange)));
    } else if (method.equals("GET")) {
      page(exchange, numbered(parts[parts.length - 2]));
    } else if (method.equals("POST")) {
      Request request = numbered(parts[parts.length - 2]);
      say(request, body(exchange));
      reply(exchange, 201, request.comments().getLast().json());
    } else {
      Comment comment = comment(Integer.parseInt(parts[parts.length - 1]));
      comment.body = body(exchange);
      reply(exchange, 200, comment.json());
    }
  }

  /** Newest first, as both answer. */
  private List<Map<String, Object>> found(Map<String, String> query) {
    boolean all = "all".equals(query.get("state")) || !query.containsKey("state");
    String head = query.getOrDefault("head", "acme:" + query.get("source_branch"));
    return requests.reversed().stream()
        .filter(request -> all || request.open())
        .filter(request -> head.equals("acme:" + request.branch()))
        // GitHub tells forks apart by the owner in "head", GitLab leaves that to who asks.
        .filter(request -> !request.fork() || query.containsKey("source_branch"))
        .map(request ->
            Map.<String, Object>of(
                "number",
                request.number(),
                "iid",
                request.number(),
                "source_project_id",
                request.fork() ? 8 : 7,
                "target_project_id",
                7))
        .toList();
  }

  private void page(HttpExchange exchange, Request request) throws IOException {
    Map<String, String> query = query(exchange);
    int size = Integer.parseInt(query.get("per_page"));
    int page = Integer.parseInt(query.get("page"));
    boolean more = request.comments().size() > page * size;
    if (more) {
      exchange.getResponseHeaders().set("Link", "<%s/next>; rel=\"next\"".formatted(api()));
    }
    exchange.getResponseHeaders().set("X-Next-Page", more ? String.valueOf(page + 1) : "");
    reply(
        exchange,
        200,
        request.comments().stream()
            .skip((page - 1L) * size)
            .limit(size)
            .map(Comment::json)
            .toList());
  }

  private Request numbered(String number) {
    return requests.stream()
        .filter(request -> String.valueOf(request.number()).equals(number))
        .findFirst()
        .orElseThrow();
  }

  private Comment comment(int id) {
    return requests.stream()
        .flatMap(request -> request.comments().stream())
        .filter(comment -> comment.id == id)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return JSON.readTree(exchange.getRequestBody().readAllBytes()).path("body").asString();
  }

  private static void reply(HttpExchange exchange, int status, Object content) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(content);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
