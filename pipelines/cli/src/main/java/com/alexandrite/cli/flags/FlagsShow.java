package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One flag in one environment. */
@Command(
    name = "show",
    description = "Show one flag: what it is for, its state, and the version of each instance.",
    mixinStandardHelpOptions = true)
final class FlagsShow implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      paramLabel = "KEY",
      description = "The flag, such as price-breakdown.",
      completionCandidates = FlagKeys.class)
  private String key;

  @Option(
      names = "--env",
      paramLabel = "ENVIRONMENT",
      defaultValue = "local",
      description = "The environment (default: ${DEFAULT-VALUE}).")
  private String environment;

  @SuppressWarnings("NullAway.Init")
  FlagsShow() {}

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    JsonNode row = desk.definition(key).path("flag");
    FlagState flag = FlagState.of(desk.flag(key, environment));
    terminal.say(terminal.strong(flag.key()) + "  " + row.path("description").asString(""));
    terminal.say("  %s in %s, version %d".formatted(flag.word(), environment, flag.version()));
    terminal.say(
        "  changed %s by %s: %s".formatted(flag.changedAt(), flag.changedBy(), flag.reason()));
    terminal.say("  " + FlagText.reach(flag));
    flag.instances()
        .forEach(one -> terminal.say("  %-24s version %d".formatted(one.id(), one.version())));
    terminal.result(flag);
    return CommandLine.ExitCode.OK;
  }
}
