package com.alexandrite.shop.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer with a program: signs in, and speaks JSON. */
final class ShopClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;
  private String token = "";

  ShopClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  ShopClient signedInAs(String username) {
    token = get("/api/session").body().at("/csrf/token").asString();
    Answer answer =
        post("/api/session", "{\"username\":\"%s\",\"password\":\"secret\"}".formatted(username));
    token = answer.body().at("/csrf/token").asString();
    return this;
  }

  UUID begin() {
    return UUID.fromString(post("/api/orders", "{}").body().at("/orderId").asString());
  }

  Answer upload(UUID order, byte[] bytes) {
    return send(
        request("/api/orders/" + order + "/model?filename=ring.stl")
            .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  Answer place(UUID order, UUID quote) {
    return post("/api/orders/" + order + "/place", "{\"quoteId\":\"%s\"}".formatted(quote));
  }

  Answer show(UUID order) {
    return get("/api/orders/" + order);
  }

  Answer placeExpress(UUID order, UUID quote) {
    return post(
        "/api/orders/" + order + "/place",
        "{\"quoteId\":\"%s\",\"express\":true}".formatted(quote));
  }

  /** A page as a browser asks for it. */
  Page page(String path) {
    HttpResponse<String> response = exchange(request(path).header("Accept", "text/html").GET());
    return new Page(response.statusCode(), response.body());
  }

  /** Whatever is at an address, as a script asks for it. */
  Page fetch(String path) {
    HttpResponse<String> response = exchange(request(path).GET());
    return new Page(response.statusCode(), response.body());
  }

  /** Asks for a stream and hangs up. */
  int stream(String path) {
    HttpResponse<InputStream> answer =
        exchange(
            request(path).header("Accept", "text/event-stream").GET(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream _ = answer.body()) {
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("X-CSRF-TOKEN", token);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request);
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    return exchange(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> reader) {
    try {
      return http.send(request.build(), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  record Page(int status, String text) {}

  record Answer(int status, JsonNode body) {

    String text(String name) {
      return body.path(name).asString("");
    }
  }
}
