package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes a change back. */
@Command(
    name = "undo",
    description = "Take a change back by a new one.",
    mixinStandardHelpOptions = true)
final class FlagsUndo implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      arity = "0..1",
      paramLabel = "CHANGE",
      description = "Its number in the history (default: the newest of the environment).")
  private @Nullable Long id;

  @Option(
      names = "--env",
      paramLabel = "ENVIRONMENT",
      defaultValue = "local",
      description = "The environment of the newest change (default: ${DEFAULT-VALUE}).")
  private String environment;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "undone at the command line",
      description = "Why; kept in the history (default: ${DEFAULT-VALUE}).")
  private String reason;

  @SuppressWarnings("NullAway.Init")
  FlagsUndo() {}

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    JsonNode answer = desk.undo(id == null ? newest(desk) : id, reason);
    JsonNode change = answer.path("change");
    String key = change.path("subject").asString("");
    if (!change.path("subjectKind").asString("flag").equals("flag")) {
      terminal.say("The segment " + key + " is as it was before.");
      terminal.result(answer);
      return CommandLine.ExitCode.OK;
    }
    FlagState flag = desk.afterChange(key, change.path("environment").asString(""), answer);
    terminal.say(FlagText.now(flag) + ", " + FlagText.reach(flag));
    terminal.result(flag);
    return CommandLine.ExitCode.OK;
  }

  private long newest(FlagDesk desk) throws InterruptedException {
    return desk.changes(null, environment, 1)
        .valueStream()
        .findFirst()
        .orElseThrow(() ->
            new CommandFailed(
                "Nothing was changed in " + environment + " yet.", "./alexandrite flags history"))
        .path("id")
        .asLong();
  }
}
