package com.alexandrite.cli.flags;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The feature flags. */
@Command(
    name = "flags",
    description = "See, steer and check the feature flags.",
    mixinStandardHelpOptions = true,
    subcommands = {FlagsCheck.class})
public final class FlagsCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public FlagsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
