package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show the log of a component. */
@Command(
    name = "logs",
    description = "Show the log of a component.",
    mixinStandardHelpOptions = true)
public final class Logs implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.progress("logs", "in work");
    throw new CommandFailed("this command is being built", "wait a little");
  }
}
