package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Switches a flag off for everybody, now. */
@Command(
    name = "kill",
    description = "Switch a flag off for everybody, now; waits for no second person and no freeze.",
    mixinStandardHelpOptions = true)
final class FlagsKill implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();
  @Mixin private final OneFlag flag = new OneFlag();

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
    flag.change(desk, "kill", Map.of("reason", reason), terminal);
    return CommandLine.ExitCode.OK;
  }
}
