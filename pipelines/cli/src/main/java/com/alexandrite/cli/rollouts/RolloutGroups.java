package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The release groups, and the end of a release of one. */
@Command(
    name = "groups",
    description = "List the release groups with their running or last release, or abort one.",
    mixinStandardHelpOptions = true)
final class RolloutGroups implements Callable<Integer> {
  private static final String ADDRESS = "/api/release-groups";

  @Mixin private final Terminal terminal = new Terminal();

  @Option(
      names = "--abort",
      paramLabel = "GROUP",
      description = "Stop the release of this group: all its members go back.")
  private @Nullable String abort;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "asked for at the command line",
      description = "Why; kept in the history (default: ${DEFAULT-VALUE}).")
  private String reason;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  RolloutGroups() {}

  @Override
  public Integer call() throws InterruptedException {
    JsonNode answer = abort == null ? listed() : aborted(abort);
    terminal.result(answer);
    return CommandLine.ExitCode.OK;
  }

  private JsonNode listed() throws InterruptedException {
    JsonNode groups = ConsoleCalls.ask(Installation.current(), console -> console.get(ADDRESS));
    groups.forEach(group -> terminal.say(line(group)));
    return groups;
  }

  private JsonNode aborted(String group) throws InterruptedException {
    JsonNode answer =
        ConsoleCalls.ask(
            Installation.current(),
            console -> console.post(ADDRESS + "/" + group + "/abort", Map.of("reason", reason)),
            "./alexandrite rollouts groups");
    terminal.say(group + ": all its members go back. ./alexandrite rollouts groups");
    return answer;
  }

  private static String line(JsonNode group) {
    JsonNode release = group.path("release");
    String name = group.path("name").asString("");
    return release.isObject()
        ? name + " " + GroupText.of(release)
        : name + " never released: " + members(group);
  }

  private static String members(JsonNode group) {
    return group
        .path("members")
        .valueStream()
        .map(member -> member.path("rollout").asString(""))
        .collect(Collectors.joining(", "));
  }
}
