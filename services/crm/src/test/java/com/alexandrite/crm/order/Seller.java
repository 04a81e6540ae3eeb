package com.alexandrite.crm.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seller at a browser, signed in; follows no redirect by itself. */
final class Seller {

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;
  private String token = "";

  Seller(int port, String username) {
    base = "http://127.0.0.1:" + port;
    token = tokenOf(get("/api/session"));
    String account = "{\"username\":\"%s\",\"password\":\"secret\"}".formatted(username);
    token =
        tokenOf(
            send(
                request("/api/session")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(account)),
                BodyHandlers.ofString()));
  }

  HttpResponse<String> get(String path) {
    return send(
        request(path).header("Accept", "text/html, application/json").GET(),
        BodyHandlers.ofString());
  }

  /** Asks for a stream and hangs up. */
  int stream(String path) {
    HttpResponse<InputStream> answer =
        send(
            request(path).header("Accept", "text/event-stream").GET(),
            BodyHandlers.ofInputStream());
    try (InputStream _ = answer.body()) {
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Presses a button; gives the path that the answer leads to. */
  String press(String path, String form) {
    HttpResponse<String> answer =
        send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)),
            BodyHandlers.ofString());
    return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
  }

  private static String tokenOf(HttpResponse<String> answer) {
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    return body.at("/csrf/token").asString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("X-CSRF-TOKEN", token);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> reader) {
    try {
      return http.send(request.build(), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
