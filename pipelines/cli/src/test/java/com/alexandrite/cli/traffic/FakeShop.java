package com.alexandrite.cli.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The Shop's API as far as a customer uses it; prices at once. */
final class FakeShop implements AutoCloseable {
  private static final String SESSION =
      "{\"user\":null,\"csrf\":{\"header\":\"X-CSRF-TOKEN\",\"token\":\"t\"}}";
  private static final String ORDER = "{\"orderId\":\"o-1\",\"quote\":{\"quoteId\":\"q-1\"}}";

  private final HttpServer server;
  private final ExecutorService threads;
  private final int failEvery;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger placed = new AtomicInteger();
  private final Set<String> calls = ConcurrentHashMap.newKeySet();

  private FakeShop(HttpServer server, ExecutorService threads, int failEvery) {
    this.server = server;
    this.threads = threads;
    this.failEvery = failEvery;
  }

  /** A Shop without a fault. */
  static FakeShop open() throws IOException {
    return failing(Integer.MAX_VALUE);
  }

  /**
   * A Shop that fails now and then.
   *
   * @param every each request with a number divisible by this is answered 500
   */
  static FakeShop failing(int every) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    FakeShop shop = new FakeShop(server, threads, every);
    server.setExecutor(threads);
    server.createContext("/", shop::answer);
    server.start();
    return shop;
  }

  int port() {
    return server.getAddress().getPort();
  }

  int placed() {
    return placed.get();
  }

  /** What was asked at least once. */
  Set<String> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("X-Alexandrite-Version", "7");
    exchange.getResponseHeaders().add("Set-Cookie", "SESSION=abc; Path=/; HttpOnly");
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    calls.add(call);
    boolean fails = requests.incrementAndGet() % failEvery == 0;
    byte[] body = body(call).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(fails ? 500 : status(call, exchange), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private int status(String call, HttpExchange exchange) {
    if (!call.startsWith("GET")
        && !"t".equals(exchange.getRequestHeaders().getFirst("X-CSRF-TOKEN"))) {
      return 403;
    }
    return switch (call) {
      case "POST /api/orders" -> 201;
      case "PUT /api/orders/o-1/model" -> 202;
      case "POST /api/orders/o-1/place" -> {
        placed.incrementAndGet();
        yield 200;
      }
      default -> 200;
    };
  }

  private static String body(String call) {
    return call.contains("/api/session") ? SESSION : ORDER;
  }
}
