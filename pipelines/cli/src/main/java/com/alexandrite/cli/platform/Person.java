package com.alexandrite.cli.platform;

import com.alexandrite.cli.site.Site;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.traffic.Session;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody signed in at one site. */
final class Person {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What came back from where. */
  record Answer(String request, int status, String body) {

    boolean accepted() {
      return status >= 200 && status < 300;
    }

    Answer requireAccepted() {
      if (!accepted()) {
        throw new CommandFailed(
            request + " answers " + status + ": " + body,
            "./alexandrite status, and the log of the service that answered");
      }
      return this;
    }

    String require(String field) {
      return requireAccepted().json().path(field).asString();
    }

    JsonNode json() {
      try {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
      } catch (JacksonException aPageInstead) {
        return MissingNode.getInstance();
      }
    }
  }

  private final Site site;
  private final Session session = new Session();

  private Person(Site site) {
    this.site = site;
  }

  static Person signedIn(String siteName, int edgePort, String user, String password)
      throws IOException, InterruptedException {
    var person = new Person(Site.behindEdge(siteName, edgePort, PATIENCE));
    person.session.keepToken(person.get("/api/session").requireAccepted().json());
    Map<String, String> credentials = Map.of("username", user, "password", password);
    person.session.keepToken(person.post("/api/session", credentials).requireAccepted().json());
    return person;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody(), "application/json");
  }

  /** Reads JSON; missing when the site does not answer just now. */
  JsonNode look(String path) {
    try {
      return get(path).json();
    } catch (IOException away) {
      return MissingNode.getInstance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return MissingNode.getInstance();
    }
  }

  Answer post(String path, Map<String, ?> content) throws IOException, InterruptedException {
    BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(content));
    return send("POST", path, body, "application/json");
  }

  Answer upload(String path, byte[] file) throws IOException, InterruptedException {
    return send("PUT", path, BodyPublishers.ofByteArray(file), "application/octet-stream");
  }

  private Answer send(String method, String path, BodyPublisher body, String contentType)
      throws IOException, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(session.headers());
    headers.put("Content-Type", contentType);
    headers.put("Accept", "application/json");
    HttpResponse<String> answer = site.send(method, path, body, headers);
    session.keep(answer);
    return new Answer(
        method + " " + site.address().resolve(path), answer.statusCode(), answer.body());
  }
}
