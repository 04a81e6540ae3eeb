package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the comment on the pull or merge request says, for forges that nobody posts to. */
@Command(
    name = "comment",
    description = "Print the Markdown of the comment on the pull or merge request.",
    mixinStandardHelpOptions = true)
final class PreviewCommentText implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  PreviewCommentText() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls calls = PreviewCalls.current();
    String found = calls.find(name).name();
    String markdown = calls.comment(found);
    terminal.say(markdown.stripTrailing());
    terminal.result(Map.of("name", found, "markdown", markdown));
    return CommandLine.ExitCode.OK;
  }
}
