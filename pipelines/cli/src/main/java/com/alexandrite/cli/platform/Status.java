package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show every component. */
@Command(name = "status", description = "Show every component.", mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.progress("status", "in work");
    throw new CommandFailed("this command is being built", "wait a little");
  }
}
