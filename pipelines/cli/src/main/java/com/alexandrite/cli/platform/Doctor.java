package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Look for what keeps the platform from running. */
@Command(
    name = "doctor",
    description = "Look for what keeps the platform from running.",
    mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.progress("doctor", "in work");
    throw new CommandFailed("this command is being built", "wait a little");
  }
}
