package com.alexandrite.cli.release;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleCalls;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.rollouts.GroupText;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.Artifact;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One release of a group: build every member, order them together, follow to the end. */
final class GroupReleasing {
  static final String PROMOTED = "PROMOTED";

  private static final Duration BEAT = Duration.ofSeconds(1);

  /** So many beats without an answer. */
  private static final int PATIENCE = 180;

  private static final String GROUPS = "./alexandrite rollouts groups";

  private final Installation installation;
  private final Terminal terminal;

  GroupReleasing(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /**
   * The release of the group as the console knows it at its end.
   *
   * @param drills fault that the new version carries, by member
   */
  JsonNode release(String group, @Nullable String ref, Map<String, String> drills, String reason)
      throws IOException, InterruptedException {
    String address = "/api/release-groups/" + group;
    List<String> rollouts =
        ask(address)
            .path("members")
            .valueStream()
            .map(member -> member.path("rollout").asString(""))
            .toList();
    if (!rollouts.containsAll(drills.keySet())) {
      throw new CommandFailed(
          "The members of %s are %s.".formatted(group, String.join(", ", rollouts)),
          "name one of them, such as --drill %s=errors".formatted(rollouts.getFirst()));
    }
    refuseBusy(group, rollouts);
    Map<String, Object> members = new LinkedHashMap<>();
    for (String rollout : rollouts) {
      members.put(rollout, version(rollout, ref, drills.get(rollout)));
    }
    Map<String, ?> request = Map.of("members", members, "reason", reason);
    JsonNode begun =
        ConsoleCalls.ask(
            installation, console -> console.post(address + "/releases", request), GROUPS);
    return follow(address, begun.path("release").path("id").asString(""));
  }

  /** The console refuses too, but only when there is something to release: that takes minutes. */
  private void refuseBusy(String group, List<String> rollouts) throws InterruptedException {
    for (JsonNode other : ask("/api/release-groups")) {
      JsonNode release = other.path("release");
      String name = other.path("name").asString("");
      for (JsonNode member : release.path("members")) {
        String rollout = member.path("rollout").asString("");
        boolean shared = name.equals(group) || rollouts.contains(rollout);
        if (shared && !release.path("endedAt").isString()) {
          throw new CommandFailed(
              "%s is being released with group %s.".formatted(rollout, name),
              GROUPS + " shows it; wait for its end, or stop it with --abort " + name);
        }
      }
    }
    for (String rollout : rollouts) {
      refuseBusy(rollout);
    }
  }

  private void refuseBusy(String rollout) throws InterruptedException {
    JsonNode newest = ask("/api/releases?limit=1&service=" + rollout).path(0);
    if (newest.isObject() && !newest.path("finishedAt").isString()) {
      throw new CommandFailed(
          rollout + " is being released already.",
          "./alexandrite rollouts watch %s shows it; wait for its end".formatted(rollout));
    }
  }

  private Map<String, String> version(String rollout, @Nullable String ref, @Nullable String drill)
      throws IOException, InterruptedException {
    Artifact artifact = new Releasing(installation, terminal).prepare(rollout, ref);
    Map<String, String> version = new LinkedHashMap<>();
    version.put("image", artifact.image());
    version.put("gitRevision", Releasing.revision(artifact));
    if (drill != null) {
      version.put("drill", drill);
    }
    return version;
  }

  /** A console that is started again goes on; so does whoever watches it. */
  private JsonNode follow(String address, String id) throws IOException, InterruptedException {
    Beat beat = Beat.every(BEAT);
    String shown = "";
    int silent = 0;
    while (silent < PATIENCE) {
      try {
        JsonNode release = find(Console.of(installation).get(address), id);
        silent = 0;
        String text = GroupText.of(release);
        if (!text.equals(shown)) {
          terminal.progress("group", text);
          shown = text;
        }
        if (release.path("endedAt").isString()) {
          return release;
        }
      } catch (ConsoleAway away) {
        silent++;
      } catch (ConsoleRefused refused) {
        throw new CommandFailed(refused.explanation(), GROUPS);
      }
      beat.await();
    }
    throw new CommandFailed(
        "The console stays away, so nobody knows how the group goes on.",
        "./alexandrite up repairs it; " + GROUPS + " tells the end");
  }

  /** Another release of the group may have begun since. */
  private static JsonNode find(JsonNode group, String id) {
    return Stream.concat(Stream.of(group.path("release")), group.path("earlier").valueStream())
        .filter(release -> release.path("id").asString("").equals(id))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private JsonNode ask(String address) throws InterruptedException {
    return ConsoleCalls.ask(installation, console -> console.get(address), GROUPS);
  }
}
