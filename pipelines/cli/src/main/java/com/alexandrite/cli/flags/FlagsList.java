package com.alexandrite.cli.flags;

import com.alexandrite.cli.flags.FlagState.Instance;
import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** All flags in short. */
@Command(
    name = "list",
    description = "List the flags with their state in each environment.",
    mixinStandardHelpOptions = true)
final class FlagsList implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Option(
      names = "--env",
      paramLabel = "ENVIRONMENT",
      description = "Only this environment, such as local.")
  private @Nullable String environment;

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    JsonNode rows = desk.rows();
    TreeSet<String> environments = new TreeSet<>();
    rows.forEach(row -> environments.addAll(row.path("states").propertyNames()));
    environments.removeIf(name -> environment != null && !name.equals(environment));
    tell(rows, environments);
    if (terminal.json()) {
      terminal.result(states(desk, rows, environments));
    }
    return CommandLine.ExitCode.OK;
  }

  private void tell(JsonNode rows, Set<String> environments) {
    StringBuilder head = new StringBuilder("%-24s %-12s %-10s".formatted("KEY", "TYPE", "OWNER"));
    environments.forEach(name -> head.append(" %-14s".formatted(name)));
    terminal.say(head.toString());
    for (JsonNode row : rows) {
      StringBuilder line =
          new StringBuilder(
              "%-24s %-12s %-10s"
                  .formatted(
                      row.path("key").asString(""),
                      row.path("type").asString(""),
                      row.path("owner").asString("")));
      environments.forEach(
          name -> line.append(" %-14s".formatted(word(row.path("states").path(name)))));
      terminal.say(line.append(' ').append(row.path("mark").asString("")).toString().strip());
    }
  }

  private static String word(JsonNode state) {
    return state.isMissingNode()
        ? "-"
        : FlagState.word(state.path("state").asString(""), state.path("percent").asDouble(0));
  }

  private static List<FlagState> states(FlagDesk desk, JsonNode rows, Set<String> environments)
      throws InterruptedException {
    List<FlagState> states = new ArrayList<>();
    for (String environment : environments) {
      List<Instance> instances = Instance.all(desk.instances(environment));
      Map<String, Long> reached = reached(desk.changes(null, environment, 1000));
      for (JsonNode row : rows) {
        JsonNode state = row.path("states").path(environment);
        if (!state.isMissingNode()) {
          states.add(state(row.path("key").asString(""), environment, state, instances, reached));
        }
      }
    }
    return states;
  }

  /** By flag: how long its newest change took to the last instance. */
  private static Map<String, Long> reached(JsonNode changes) {
    Map<String, Long> reached = new HashMap<>();
    for (JsonNode change : changes) {
      JsonNode millis = change.path("everywhereMs");
      reached.putIfAbsent(
          change.path("subject").asString(""), millis.isNumber() ? millis.asLong() : -1);
    }
    return reached;
  }

  private static FlagState state(
      String key,
      String environment,
      JsonNode state,
      List<Instance> instances,
      Map<String, Long> reached) {
    long millis = reached.getOrDefault(key, -1L);
    return new FlagState(
        key,
        environment,
        state.path("state").asString(""),
        state.path("percent").asDouble(0),
        state.path("version").asLong(0),
        instances,
        millis < 0 ? null : millis,
        state.path("changedAt").asString(""),
        state.path("changedBy").asString(""),
        "");
  }
}
