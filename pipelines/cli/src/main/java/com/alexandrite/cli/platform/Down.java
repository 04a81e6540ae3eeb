package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stop every process of the platform. */
@Command(
    name = "down",
    description = "Stop every process of the platform.",
    mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.progress("down", "in work");
    throw new CommandFailed("this command is being built", "wait a little");
  }
}
