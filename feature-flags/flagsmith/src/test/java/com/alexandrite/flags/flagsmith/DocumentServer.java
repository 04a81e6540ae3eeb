package com.alexandrite.flags.flagsmith;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers {@code environment-document/} with a status and a text, to one key. */
final class DocumentServer implements AutoCloseable {
  static final String KEY = "ser.right";

  private final HttpServer http;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int status = 500;
  private volatile String body = "";

  DocumentServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/api/v1/environment-document/", this::answer);
    http.start();
  }

  void answers(int status, String body) {
    this.body = body;
    this.status = status;
  }

  int requests() {
    return requests.get();
  }

  int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Environment-Key"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(known ? status : 403, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
