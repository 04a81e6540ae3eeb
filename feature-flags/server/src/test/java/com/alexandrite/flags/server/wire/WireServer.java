package com.alexandrite.flags.server.wire;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.LiveFlags;
import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Serves one document in Flagsmith's words over HTTP. */
final class WireServer implements AutoCloseable {
  static final String KEY = "ser.staging";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer http;

  WireServer(FlagDocument document, LiveFlags flags) throws IOException {
    flags.apply(document);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        "/api/v1/environment-document/",
        _ -> FlagsmithDocument.of(document, flags.catalogue(), "staging"));
    answer("/api/v1/flags/", _ -> FlagsmithFlags.ofEnvironment(flags));
    answer(
        "/api/v1/identities/",
        exchange ->
            FlagsmithFlags.ofIdentity(
                flags, JSON.readValue(exchange.getRequestBody(), FlagsmithIdentity.class)));
    http.start();
  }

  private void answer(String path, Function<HttpExchange, Object> body) {
    http.createContext(
        path,
        exchange -> {
          byte[] bytes = JSON.writeValueAsBytes(body.apply(exchange));
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  /** The unmodified client. */
  FlagsmithClient client(boolean localEvaluation) {
    String uri = "http://127.0.0.1:" + http.getAddress().getPort() + "/api/v1/";
    return FlagsmithClient.newBuilder()
        .setApiKey(KEY)
        .withConfiguration(
            FlagsmithConfig.newBuilder().baseUri(uri).withLocalEvaluation(localEvaluation).build())
        .build();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
