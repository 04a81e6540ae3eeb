package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The release console's API. Every call throws {@link ConsoleAway} when nobody answers and {@link
 * ConsoleRefused} when the answer is no.
 */
public final class Console {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Site site;
  private final String token;

  /**
   * @param token the bearer token of the platform's home
   */
  public Console(Site site, String token) {
    this.site = site;
    this.token = token;
  }

  /** The console of this installation. */
  public static Console of(Installation installation) throws IOException {
    Site site = Site.behindEdge("console", installation.edgePort(), PATIENCE);
    return new Console(site, installation.consoleToken());
  }

  /** All rollouts, in short. */
  public JsonNode rollouts() throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("GET", "/api/rollouts", Map.of());
  }

  /** One rollout with its steps, analysis runs and history. */
  public JsonNode rollout(String name) throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("GET", "/api/rollouts/" + name, Map.of());
  }

  /**
   * Sets a new image on the rollout.
   *
   * @param release fields {@code image}, {@code drill}, {@code gitRevision}, {@code reason}
   * @return the release's id
   */
  public String release(String rollout, Map<String, ?> release)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("POST", "/api/rollouts/" + rollout + "/releases", release)
        .path("releaseId")
        .asString();
  }

  /** What is known of a release; its {@code outcome} is null while it runs. */
  public JsonNode releaseResult(String id)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("GET", "/api/releases/" + id, Map.of());
  }

  /**
   * Does something to a rollout.
   *
   * @param action promote, abort, retry, undo, accept, skip, pause, resume, restart, releases, or
   *     an analysis run's end
   * @param request field {@code reason} and what else the action needs
   */
  public JsonNode act(String rollout, String action, Map<String, ?> request)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("POST", "/api/rollouts/" + rollout + "/" + action, request);
  }

  /** All flags, in short, with their state in each environment. */
  public JsonNode flags() throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("GET", "/api/flags", Map.of());
  }

  /** The answer to a GET. */
  public JsonNode get(String path) throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("GET", path, Map.of());
  }

  /** The answer to a POST. */
  public JsonNode post(String path, Map<String, ?> request)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("POST", path, request);
  }

  /** The answer to a PUT. */
  public JsonNode put(String path, Map<String, ?> request)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("PUT", path, request);
  }

  /** The answer to a DELETE. */
  public JsonNode delete(String path) throws ConsoleAway, ConsoleRefused, InterruptedException {
    return call("DELETE", path, Map.of());
  }

  /** The answer to a GET that is words instead of JSON. */
  public String text(String path) throws ConsoleAway, ConsoleRefused, InterruptedException {
    HttpResponse<String> answer = sent("GET", path, BodyPublishers.noBody(), "text/*");
    JsonNode _ = answer.statusCode() < 300 ? JSON.nullNode() : answered(answer);
    return answer.body();
  }

  /** The page of a rollout, for a browser. */
  public URI page(String rollout) {
    return site.address().resolve("rollouts/" + rollout);
  }

  private JsonNode call(String method, String path, Map<String, ?> request)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    boolean sends = method.equals("POST") || method.equals("PUT");
    BodyPublisher body =
        sends ? BodyPublishers.ofString(JSON.writeValueAsString(request)) : BodyPublishers.noBody();
    return answered(sent(method, path, body, "application/json"));
  }

  private HttpResponse<String> sent(String method, String path, BodyPublisher body, String accept)
      throws ConsoleAway, InterruptedException {
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + token,
            "Accept", accept + ", application/problem+json",
            "Content-Type", "application/json");
    try {
      return site.send(method, path, body, headers);
    } catch (IOException e) {
      throw new ConsoleAway("The console does not answer: " + e.getMessage(), e);
    }
  }

  private static JsonNode answered(HttpResponse<String> answer) throws ConsoleAway, ConsoleRefused {
    int status = answer.statusCode();
    if (status == 502 || status == 503 || status == 504) {
      throw new ConsoleAway("The console does not answer: status " + status);
    }
    JsonNode content = json(answer.body());
    if (status >= 300) {
      throw ConsoleRefused.of(status, content);
    }
    return content;
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException _) {
      // A page instead of JSON, such as a proxy's: nothing in it is for programs.
      return MissingNode.getInstance();
    }
  }
}
