package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells the console that a branch moved, so that it need not wait for its next look. */
@Command(
    name = "pushed",
    description =
        "Tell the console that a branch was pushed or deleted; hooks do so by themselves.",
    mixinStandardHelpOptions = true)
final class PreviewPushed implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "BRANCH", description = "The branch.")
  private String branch;

  @SuppressWarnings("NullAway.Init")
  PreviewPushed() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls.current().pushed(branch);
    terminal.say("The console looks at " + branch + " now.");
    terminal.result(Map.of("branch", branch, "told", true));
    return CommandLine.ExitCode.OK;
  }
}
