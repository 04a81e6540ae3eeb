package com.alexandrite.rollouts.conformance.rows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP server that gives one answer to whatever it is asked, and remembers the question. */
final class AnsweringServer implements AutoCloseable {

  private final HttpServer server;
  private volatile int status = 200;
  private volatile String body = "";
  private volatile @Nullable Request request;

  /** What was asked: a form. */
  record Request(
      String method, String path, Map<String, List<String>> headers, Map<String, String> form) {}

  private AnsweringServer(HttpServer server) {
    this.server = server;
  }

  static AnsweringServer start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      AnsweringServer answering = new AnsweringServer(HttpServer.create(address, 0));
      answering.server.createContext("/", answering::handle);
      answering.server.start();
      return answering;
    } catch (IOException e) {
      throw new UncheckedIOException("no server on the loopback address", e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next answer; what was asked before is forgotten. */
  void answer(int nextStatus, String nextBody) {
    status = nextStatus;
    body = nextBody;
    request = null;
  }

  /** The last question; null if there was none. */
  @Nullable Request request() {
    return request;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders(),
              fields(form));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : form.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
