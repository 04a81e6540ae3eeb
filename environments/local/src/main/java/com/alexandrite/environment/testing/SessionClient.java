package com.alexandrite.environment.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of a test that signs in to a service on this machine and speaks JSON with it. */
public final class SessionClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;
  private String token = "";

  /** A client that nobody knows yet. */
  public SessionClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** Signs in, and sends the token that changes need from now on. */
  public SessionClient signedInAs(String username, String password) {
    token = get("/api/session").body().at("/csrf/token").asString();
    String account = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    token = post("/api/session", account).body().at("/csrf/token").asString();
    return this;
  }

  /** Reads. */
  public Answer get(String path) {
    return answer(request(path).GET());
  }

  /** Reads a page as a browser does. */
  public Page page(String path) {
    HttpResponse<String> response =
        send(request(path).header("Accept", "text/html").GET(), BodyHandlers.ofString());
    return new Page(response.statusCode(), response.body());
  }

  /** Reads whatever is at an address, as a script does. */
  public Page fetch(String path) {
    HttpResponse<String> response = send(request(path).GET(), BodyHandlers.ofString());
    return new Page(response.statusCode(), response.body());
  }

  /** Asks for a stream of events and hangs up; gives the status. */
  public int stream(String path) {
    HttpResponse<Stream<String>> answer =
        send(request(path).header("Accept", "text/event-stream").GET(), BodyHandlers.ofLines());
    try (Stream<String> _ = answer.body()) {
      return answer.statusCode();
    }
  }

  /** Sends JSON. */
  public Answer post(String path, String body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends bytes. */
  public Answer put(String path, byte[] bytes) {
    return answer(request(path).PUT(BodyPublishers.ofByteArray(bytes)));
  }

  /** Opens a stream of events; close it. */
  public Stream<String> lines(String path) {
    return send(request(path).header("Accept", "text/event-stream").GET(), BodyHandlers.ofLines())
        .body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("X-CSRF-TOKEN", token);
  }

  private Answer answer(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whatever an address gave, as text. */
  public record Page(int status, String text) {}

  /** What the service said; a missing node for no body. */
  public record Answer(int status, JsonNode body) {

    /** Returns a text of the body; empty when there is none. */
    public String text(String name) {
      return body.path(name).asString("");
    }
  }
}
