package com.alexandrite.console.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service of a preview over real HTTP that tells what it was asked. */
final class UpstreamService implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  UpstreamService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::tell);
    server.createContext("/binary", exchange -> send(exchange, 200, binary(100_000)));
    server.createContext(
        "/digest",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          send(exchange, 201, digest(body).getBytes(StandardCharsets.UTF_8));
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/sign-in");
          exchange.getResponseHeaders().add("Set-Cookie", "alexandrite-shop=1; Path=/");
          exchange.getResponseHeaders().add("Set-Cookie", "second=2; Path=/");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext("/hang-up", HttpExchange::close);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  static byte[] binary(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  static String digest(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return body.length + " " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The request line and all headers, one a line, in lower case. */
  private void tell(HttpExchange exchange) throws IOException {
    StringBuilder told =
        new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            values.forEach(value ->
                told.append(name.toLowerCase(java.util.Locale.ROOT))
                    .append(": ")
                    .append(value)
                    .append('\n')));
    send(exchange, 200, told.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("X-Service", "shop");
    boolean empty = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
