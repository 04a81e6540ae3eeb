package com.alexandrite.cli.traffic;

import com.alexandrite.cli.site.Site;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One visitor's browser on one site: makes one request at a time, each at the common pace, and
 * notes what came back.
 */
final class Browser {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int DONE = 200;

  /** Somebody was faster, or the news of an order has not arrived: nobody has failed. */
  private static final Set<Integer> TRIED = Set.of(DONE, 404, 409);

  private final Site site;
  private final Pace pace;
  private final Observations observations;
  private final InstantSource clock;
  private final Session session;
  // A visitor arrives with the turn that the arrival itself was.
  private boolean hasTurn = true;

  Browser(Site site, Pace pace, Observations observations, InstantSource clock, Session session) {
    this.site = site;
    this.pace = pace;
    this.observations = observations;
    this.clock = clock;
    this.session = session;
  }

  /**
   * What is asked, and which answers the visitor has to expect. The name is the path without ids,
   * for counting.
   */
  private record Ask(String method, String path, String name, Set<Integer> expected) {

    Ask(String method, String path, String name, int expected) {
      this(method, path, name, Set.of(expected));
    }
  }

  /** Opens a page. */
  void open(String page) throws VisitFailed, InterruptedException {
    exchange(new Ask("GET", page, page, 200), BodyPublishers.noBody(), Map.of());
  }

  /** Reads JSON. */
  JsonNode read(String path, String name) throws VisitFailed, InterruptedException {
    return json(exchange(new Ask("GET", path, name, 200), BodyPublishers.noBody(), Map.of()));
  }

  /** Posts JSON and reads the answer. */
  JsonNode post(String path, String name, Map<String, ?> content, int expected)
      throws VisitFailed, InterruptedException {
    BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(content));
    return json(
        exchange(
            new Ask("POST", path, name, expected),
            body,
            Map.of("Content-Type", "application/json")));
  }

  /** Uploads a file. */
  void upload(String path, String name, byte[] file) throws VisitFailed, InterruptedException {
    BodyPublisher body = BodyPublishers.ofByteArray(file);
    exchange(
        new Ask("PUT", path, name, 202), body, Map.of("Content-Type", "application/octet-stream"));
  }

  /** Tries something that an order's state may not allow; tells whether it is done. */
  boolean attempts(String path, String name) throws VisitFailed, InterruptedException {
    return exchange(
                new Ask("POST", path, name, TRIED),
                BodyPublishers.ofString("{}"),
                Map.of("Content-Type", "application/json"))
            .statusCode()
        == DONE;
  }

  /** Signs somebody in. */
  void signIn(String username, String password) throws VisitFailed, InterruptedException {
    session.keepToken(read("/api/session", "/api/session"));
    Map<String, String> credentials = Map.of("username", username, "password", password);
    session.keepToken(post("/api/session", "/api/session", credentials, 200));
    session.belongsTo(username);
  }

  /** Who is signed in; empty before. */
  String customer() {
    return session.customer();
  }

  /** Looks at the page for that long before the next request. */
  void look(Duration duration) throws InterruptedException {
    pace.awaitTurn(duration);
    hasTurn = true;
  }

  private HttpResponse<String> exchange(
      Ask ask, BodyPublisher body, Map<String, String> extraHeaders)
      throws VisitFailed, InterruptedException {
    if (!hasTurn) {
      pace.awaitTurn(Duration.ZERO);
    }
    hasTurn = false;
    Map<String, String> headers = new LinkedHashMap<>(session.headers());
    headers.putAll(extraHeaders);
    Instant sent = clock.instant();
    try {
      HttpResponse<String> answer = site.send(ask.method(), ask.path(), body, headers);
      session.keep(answer);
      return note(ask, answer, Duration.between(sent, clock.instant()));
    } catch (IOException e) {
      String failure = ask.method() + " " + ask.name() + " " + e.getClass().getSimpleName();
      observations.failed(
          Observations.NO_VERSION, Duration.between(sent, clock.instant()), failure);
      throw new VisitFailed(failure, 0);
    }
  }

  private HttpResponse<String> note(Ask ask, HttpResponse<String> answer, Duration latency)
      throws VisitFailed {
    String version =
        answer.headers().firstValue("X-Alexandrite-Version").orElse(Observations.NO_VERSION);
    if (ask.expected().contains(answer.statusCode())) {
      observations.succeeded(version, latency);
      return answer;
    }
    String failure = ask.method() + " " + ask.name() + " " + answer.statusCode();
    observations.failed(version, latency, failure);
    throw new VisitFailed(failure, answer.statusCode());
  }

  private static JsonNode json(HttpResponse<String> answer) throws VisitFailed {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new VisitFailed("not JSON: " + answer.uri().getPath(), answer.statusCode());
    }
  }
}
