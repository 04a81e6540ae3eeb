package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a finished flag out of the code. */
@Command(
    name = "remove",
    description = {
      "Take a finished flag out of the code, as one commit that compiles and passes.",
      "The branches of its other states go, what only they used, their tests, texts and template"
          + " parts, and the definition. When a place is not safe to change, nothing is changed and"
          + " the place is named."
    },
    mixinStandardHelpOptions = true)
final class FlagsRemove implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      paramLabel = "KEY",
      description = "The flag, such as price-breakdown.",
      completionCandidates = FlagKeys.class)
  private String key;

  @Option(
      names = "--keep",
      paramLabel = "VARIANT",
      required = true,
      description = "What stays: on, off, or the name of a variant.")
  private String keep;

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  @SuppressWarnings("NullAway.Init")
  FlagsRemove() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Path log = installation.home().resolve("logs").resolve("remove-" + key + ".log");
    RemovalResult result =
        new RemovingFlag(installation, terminal, new MavenCheck(log, terminal))
            .remove(key, keep, dryRun);
    if (result.diff() != null) {
      terminal.say(result.diff());
    }
    result.notes().forEach(note -> terminal.say(terminal.warning("note") + "  " + note));
    terminal.say(
        "%d files changed, %d are gone%s"
            .formatted(
                result.changed().size(),
                result.deleted().size(),
                result.commit() == null
                    ? "; nothing was written: this was a dry run."
                    : " in commit " + result.commit() + "."));
    terminal.result(result);
    return CommandLine.ExitCode.OK;
  }
}
