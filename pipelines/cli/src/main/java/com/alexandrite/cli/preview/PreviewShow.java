package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One preview with all that is known. */
@Command(
    name = "show",
    description = "Show one preview with its addresses and services.",
    mixinStandardHelpOptions = true)
final class PreviewShow implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  PreviewShow() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls calls = PreviewCalls.current();
    Preview preview = calls.get(calls.find(name).name());
    PreviewText.tell(terminal, preview);
    terminal.result(preview.json());
    return CommandLine.ExitCode.OK;
  }
}
