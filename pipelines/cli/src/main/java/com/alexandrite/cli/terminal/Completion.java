package com.alexandrite.cli.terminal;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion of commands and options by the shell. */
@Command(
    name = "completion",
    description = "Print a completion script: source <(./alexandrite completion)",
    mixinStandardHelpOptions = true)
public final class Completion implements Runnable {

  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public Completion() {}

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    out.println(AutoComplete.bash("alexandrite", spec.root().commandLine()));
    out.flush();
  }
}
