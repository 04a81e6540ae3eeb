package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Open a page of the platform. */
@Command(
    name = "open",
    description = "Open a page of the platform.",
    mixinStandardHelpOptions = true)
public final class Open implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.progress("open", "in work");
    throw new CommandFailed("this command is being built", "wait a little");
  }
}
