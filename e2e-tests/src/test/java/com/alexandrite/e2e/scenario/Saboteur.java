package com.alexandrite.e2e.scenario;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Kills processes of the platform, as a machine under stress does. */
public final class Saboteur {
  private final CommandLine commands;

  Saboteur(CommandLine commands) {
    this.commands = commands;
  }

  /** Kills a component of that name. */
  public void kills(String component) {
    killsWhere("component " + component, c -> c.path("name").asString().equals(component));
  }

  /** Kills one process of the Shop that runs this version. */
  public void killsAShopOfVersion(String version) {
    killsWhere(
        "a process of shop " + version,
        c ->
            c.path("name").asString().startsWith("shop")
                && c.path("version").asString("").equals(version));
  }

  private void killsWhere(String what, Predicate<JsonNode> victim) {
    CommandLine.Ended status = commands.run("status");
    JsonNode found =
        status
            .result()
            .path("components")
            .valueStream()
            .filter(victim)
            .filter(c -> c.path("pid").asLong(0) > 0)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + what + " in\n" + status.log()));
    ProcessHandle.of(found.path("pid").asLong()).orElseThrow().destroyForcibly();
  }
}
