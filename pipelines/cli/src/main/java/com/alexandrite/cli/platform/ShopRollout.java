package com.alexandrite.cli.platform;

import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.site.Site;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rollout of the Shop: given to the console once, then the console keeps its pods running. */
final class ShopRollout {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final String PATH = "/api/rollouts/shop";

  private final Platform platform;
  private final Terminal terminal;
  private final Site console;
  private final Site shop;

  ShopRollout(Platform platform, Terminal terminal) {
    this.platform = platform;
    this.terminal = terminal;
    int edge = platform.ports().get("edge");
    console = Site.behindEdge("console", edge, ANSWER);
    shop = Site.behindEdge("shop", edge, ANSWER);
  }

  /** Applies the manifests when there is no rollout yet, and waits until customers are served. */
  void ensure(Artifact firstVersion, Path manifests)
      throws IOException, InterruptedException, ConsoleAway, ConsoleRefused {
    Stopwatch stopwatch = Stopwatch.start();
    if (send("GET", PATH, "").statusCode() == 404) {
      terminal.progress("shop", "the rollout begins with " + firstVersion.image());
      apply(firstVersion, manifests);
    }
    if (!Waiting.until(this::serves, LIMIT)) {
      throw new CommandFailed(
          "the Shop serves nobody after " + LIMIT.toMinutes() + " minutes",
          "./alexandrite rollouts show shop, and ./alexandrite logs console");
    }
    double seconds = stopwatch.seconds();
    if (seconds > 1) {
      terminal.progress("shop", "serves customers after %.1f s".formatted(seconds));
    }
  }

  private void apply(Artifact version, Path manifests) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send("PUT", PATH + "?image=" + version.image(), documents(manifests));
    if (answer.statusCode() >= 300) {
      throw new CommandFailed(
          "the console refuses the manifests in %s: %s".formatted(manifests, answer.body()),
          "mend the file it names, then ./alexandrite up");
    }
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return console.send(
        method,
        path,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        Map.of(
            "Authorization", "Bearer " + platform.installation().consoleToken(),
            "Content-Type", "application/yaml",
            "Accept", "application/json"));
  }

  private boolean serves() {
    try {
      return shop.send("GET", "/", BodyPublishers.noBody(), Map.of()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String documents(Path manifests) throws IOException {
    try (Stream<Path> files = Files.list(manifests)) {
      String documents =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .map(ShopRollout::read)
              .collect(Collectors.joining("\n---\n"));
      return Intervals.of(System.getenv(Intervals.VARIABLE)).scaled(documents);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
