package com.alexandrite.e2e.scenario;

import com.alexandrite.e2e.scenario.CommandLine.Ended;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Releases services and watches their rollouts; the Shop's where no other is named. */
public final class ReleaseManager {
  private static final Duration CANARY_WITHIN = Duration.ofMinutes(2);
  private static final Duration AT_REST_WITHIN = Duration.ofMinutes(3);

  private final SiteClient console;
  private final CommandLine commands;

  ReleaseManager(SiteClient console, CommandLine commands) {
    this.console = console;
    this.commands = commands;
  }

  /** Releases the checkout and waits for the end. */
  public Ended releases() {
    return commands.run("release", "shop");
  }

  /** Releases the checkout with an injected fault and waits for the end. */
  public Ended releasesWithDrill(String fault) {
    return commands.run("release", "shop", "--drill", fault);
  }

  /** Begins a release and goes on. */
  public CompletableFuture<Ended> beginsARelease() {
    return commands.start("release", "shop");
  }

  /** Begins a release of any service and goes on. */
  public CompletableFuture<Ended> beginsARelease(String service) {
    return commands.start("release", service);
  }

  /** The same with an injected fault. */
  public CompletableFuture<Ended> beginsAReleaseWithDrill(String service, String fault) {
    return commands.start("release", service, "--drill", fault);
  }

  /** Waits until the canary serves customers; gives the rollout. */
  public JsonNode seesTheCanaryServe() {
    return Eventually.see(
        "the canary has weight",
        CANARY_WITHIN,
        this::rollout,
        rollout -> rollout.path("weight").asInt(0) > 0 && rollout.path("weight").asInt() < 100);
  }

  /** Waits until the rollout is Healthy or Degraded, that is, nothing moves any more. */
  public JsonNode seesTheRolloutAtRest() {
    return Eventually.see(
        "the rollout is at rest",
        AT_REST_WITHIN,
        this::rollout,
        rollout ->
            rollout.path("phase").asString("").equals("Healthy")
                || rollout.path("phase").asString("").equals("Degraded"));
  }

  /** The Shop's rollout; an empty object while the console does not answer. */
  public JsonNode rollout() {
    return rollout("shop");
  }

  /** The same of any service. */
  public JsonNode rollout(String service) {
    try {
      return JsonMapper.shared().readTree(console.get("/api/rollouts/" + service).asString());
    } catch (Exception e) {
      // The console or the edge is away just now, which drills do on purpose; the client lets
      // checked exceptions out unannounced.
      return JsonMapper.shared().createObjectNode();
    }
  }

  /** The command line, for the traffic and the platform's status. */
  public CommandLine commands() {
    return commands;
  }
}
