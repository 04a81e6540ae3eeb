package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Bring the whole platform up; a second time repairs what is missing. */
@Command(
    name = "up",
    description = "Bring the whole platform up; a second time repairs what is missing.",
    mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.progress("up", "in work");
    throw new CommandFailed("this command is being built", "wait a little");
  }
}
