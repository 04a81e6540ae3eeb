package com.alexandrite.cli.preview;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The previews. */
@Command(
    name = "preview",
    description = "Try a branch on an address of its own, with data of its own.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PreviewCreate.class,
      PreviewList.class,
      PreviewShow.class,
      PreviewDelete.class,
      PreviewReset.class,
      PreviewSleep.class,
      PreviewWake.class,
      PreviewLogs.class,
      PreviewOpen.class,
      PreviewShare.class,
      PreviewPin.class,
      PreviewCommentText.class,
      PreviewPushed.class,
      PreviewHook.class
    })
public final class PreviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public PreviewCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: create, list, show, delete, reset, sleep, wake, logs, open, share, pin, comment,"
            + " pushed or hook.");
  }
}
