package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Who changed flags, when and why. */
@Command(
    name = "history",
    description = "Show who changed a flag, or any, when and why; the newest change first.",
    mixinStandardHelpOptions = true)
final class FlagsHistory implements Callable<Integer> {
  private static final int SHOWN = 100;

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      arity = "0..1",
      paramLabel = "KEY",
      description = "The flag (default: all flags).",
      completionCandidates = FlagKeys.class)
  private @Nullable String key;

  @Option(
      names = "--env",
      paramLabel = "ENVIRONMENT",
      description = "Only this environment, such as local.")
  private @Nullable String environment;

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    if (key != null) {
      // Refuses a misspelt key, which would only have an empty history.
      desk.definition(key);
    }
    JsonNode changes = desk.changes(key, environment, SHOWN);
    changes.forEach(change -> terminal.say(FlagText.change(change)));
    if (changes.isEmpty()) {
      terminal.say("Nobody has changed it yet.");
    }
    terminal.result(changes);
    return CommandLine.ExitCode.OK;
  }
}
