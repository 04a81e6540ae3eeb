package com.alexandrite.cli.platform;

import com.alexandrite.cli.site.Site;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rollouts of the product's services: given to the console once, which then keeps their pods
 * running.
 */
final class ServiceRollouts {

  /** All services, those first that an order needs first. */
  static final List<String> ALL = List.of("shop", "pricing-worker", "crm", "mes");

  private static final Set<String> SITES = Set.of("shop", "crm", "mes");
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Platform platform;
  private final Terminal terminal;
  private final int edge;
  private final Site console;

  ServiceRollouts(Platform platform, Terminal terminal) {
    this.platform = platform;
    this.terminal = terminal;
    this.edge = platform.ports().get("edge");
    this.console = Site.behindEdge("console", edge, ANSWER);
  }

  /** Makes the rollouts that are not there yet, and waits until all are of use. */
  void ensure(Map<String, Artifact> firstVersions) throws IOException, InterruptedException {
    Stopwatch stopwatch = Stopwatch.start();
    for (String service : ALL) {
      if (send("GET", path(service)).statusCode() == 404) {
        begin(service, Objects.requireNonNull(firstVersions.get(service), service));
      }
    }
    await(stopwatch);
  }

  private void begin(String service, Artifact version) throws IOException, InterruptedException {
    terminal.progress(service, "the rollout begins with " + version.image());
    HttpResponse<String> answer = send("PUT", path(service) + "?image=" + version.image());
    if (answer.statusCode() >= 300) {
      throw new CommandFailed(
          "the console refuses the manifests of %s: %s".formatted(service, answer.body()),
          "mend the file it names in argo-rollouts/manifests, then ./alexandrite up");
    }
  }

  private void await(Stopwatch stopwatch) {
    Set<String> missing = new LinkedHashSet<>(ALL);
    boolean all =
        Waiting.until(
            () -> {
              missing.removeIf(service -> isOfUse(service, stopwatch));
              return missing.isEmpty();
            },
            LIMIT,
            BETWEEN_LOOKS);
    if (!all) {
      String first = missing.iterator().next();
      throw new CommandFailed(
          first + " is of no use to anybody after " + LIMIT.toMinutes() + " minutes",
          "./alexandrite rollouts show " + first + ", and ./alexandrite logs console");
    }
  }

  private boolean isOfUse(String service, Stopwatch stopwatch) {
    try {
      boolean ready =
          hasReadyProcess(service)
              && hasReadyPods(service)
              && (!SITES.contains(service) || serves(service));
      if (ready && stopwatch.seconds() > 1) {
        terminal.progress(service, "is of use after %.1f s".formatted(stopwatch.seconds()));
      }
      return ready;
    } catch (IOException | JacksonException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asked first, since the console needs for its answers the processor that starts them. */
  private boolean hasReadyProcess(String service) {
    return platform.host().observe().values().stream()
        .anyMatch(process -> process.ready() && process.name().startsWith(service + "-"));
  }

  private boolean hasReadyPods(String service) throws IOException, InterruptedException {
    JsonNode rollout = JsonMapper.shared().readTree(send("GET", path(service)).body());
    return rollout
        .path("revisions")
        .valueStream()
        .anyMatch(revision ->
            revision.path("role").asString("").equals("stable")
                && revision.path("ready").asInt(0) > 0);
  }

  private boolean serves(String site) throws IOException, InterruptedException {
    return Site.behindEdge(site, edge, ANSWER)
            .send("GET", "/api/session", BodyPublishers.noBody(), Map.of())
            .statusCode()
        == 200;
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return console.send(
        method,
        path,
        BodyPublishers.noBody(),
        Map.of(
            "Authorization", "Bearer " + platform.installation().consoleToken(),
            "Content-Type", "application/yaml",
            "Accept", "application/json"));
  }

  private static String path(String service) {
    return "/api/rollouts/" + service;
  }
}
