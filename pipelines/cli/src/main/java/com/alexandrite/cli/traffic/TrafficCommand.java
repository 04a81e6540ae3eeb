package com.alexandrite.cli.traffic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The played customers. */
@Command(
    name = "traffic",
    description = "Play customers at a steady rate, and tell what they see.",
    mixinStandardHelpOptions = true,
    subcommands = {TrafficStart.class, TrafficStatus.class, TrafficStop.class})
public final class TrafficCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public TrafficCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: start, status or stop.");
  }
}
