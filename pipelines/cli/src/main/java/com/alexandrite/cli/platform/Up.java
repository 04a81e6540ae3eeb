package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: from a fresh clone to a platform that has just taken a real order. */
@Command(
    name = "up",
    description = "Bring the whole platform up; a second time repairs what is missing.",
    mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Option(names = "--no-smoke", description = "Do not take an order as a check at the end.")
  private boolean noSmoke;

  @Override
  public Integer call() throws Exception {
    UpResult result = new BringingUp(Installation.current(), terminal).run(!noSmoke);
    terminal.result(result);
    return result.healthy() ? 0 : 1;
  }
}
