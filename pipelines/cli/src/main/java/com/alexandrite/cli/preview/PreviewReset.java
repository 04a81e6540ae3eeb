package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fresh data for a preview. */
@Command(
    name = "reset",
    description = "Let a preview begin again with fresh data; its code stays.",
    mixinStandardHelpOptions = true)
final class PreviewReset implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @Option(names = "--no-wait", description = "Do not wait until it is ready.")
  private boolean noWait;

  @SuppressWarnings("NullAway.Init")
  PreviewReset() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Waking(Installation.current(), terminal, noWait).after("reset", name, _ -> false);
  }
}
