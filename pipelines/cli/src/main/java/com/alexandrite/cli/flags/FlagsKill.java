package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Switches a flag off for everybody, now. */
@Command(
    name = "kill",
    description = "Switch a flag off for everybody, now; waits for no second person and no freeze.",
    mixinStandardHelpOptions = true)
final class FlagsKill implements Callable<Integer> {
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

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; kept in the history.")
  private String reason;

  @SuppressWarnings("NullAway.Init")
  FlagsKill() {}

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    JsonNode answer = desk.change(key, environment, "kill", Map.of("reason", reason));
    FlagState flag = desk.afterChange(key, environment, answer);
    terminal.say(FlagText.now(flag) + ", " + FlagText.reach(flag));
    terminal.result(flag);
    return CommandLine.ExitCode.OK;
  }
}
