package com.alexandrite.perf.micro;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/** Serves one environment document, as a Flagsmith server does. */
final class EnvironmentServer implements AutoCloseable {
  private final HttpServer server;

  private EnvironmentServer(HttpServer server) {
    this.server = server;
  }

  static EnvironmentServer start() {
    try {
      return new EnvironmentServer(serving(document()));
    } catch (IOException e) {
      throw new UncheckedIOException("the environment document can't be served", e);
    }
  }

  private static HttpServer serving(byte[] document) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(
        "/api/v1/environment-document/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          try (var body = exchange.getResponseBody()) {
            body.write(document);
          }
        });
    server.start();
    return server;
  }

  private static byte[] document() throws IOException {
    try (InputStream file = EnvironmentServer.class.getResourceAsStream("environment.json")) {
      return Objects.requireNonNull(file, "environment.json is beside this class").readAllBytes();
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
