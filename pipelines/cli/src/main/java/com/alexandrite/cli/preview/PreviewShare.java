package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A link with which somebody without an account of the console gets in for a while. */
@Command(
    name = "share",
    description = "Print a link that lets somebody into a preview for some hours.",
    mixinStandardHelpOptions = true)
final class PreviewShare implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @Option(
      names = "--hours",
      paramLabel = "N",
      description = "How long it works (default: ${DEFAULT-VALUE}).")
  private int hours = 24;

  @SuppressWarnings("NullAway.Init")
  PreviewShare() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls calls = PreviewCalls.current();
    JsonNode link = calls.share(calls.find(name).name(), hours);
    terminal.say(link.path("url").asString(""));
    terminal.say(terminal.dim("until " + link.path("expiresAt").asString("")));
    terminal.result(link);
    return CommandLine.ExitCode.OK;
  }
}
