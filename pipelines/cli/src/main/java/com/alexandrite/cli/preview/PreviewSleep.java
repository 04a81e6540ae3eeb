package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops the processes of a preview. */
@Command(
    name = "sleep",
    description = "Stop the processes of a preview now; its data stay, and a visit wakes it.",
    mixinStandardHelpOptions = true)
final class PreviewSleep implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  PreviewSleep() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    PreviewCalls calls = new PreviewCalls(installation);
    Preview preview = calls.find(name);
    calls.act(preview.name(), "sleep");
    Preview now = calls.get(preview.name());
    PreviewText.tell(terminal, now);
    terminal.result(now.json());
    return CommandLine.ExitCode.OK;
  }
}
