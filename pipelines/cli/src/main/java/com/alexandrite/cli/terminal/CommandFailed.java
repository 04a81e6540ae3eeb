package com.alexandrite.cli.terminal;

import java.io.Serial;

/** What was asked did not happen; ends the command with exit code 1. */
public final class CommandFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String nextStep;

  /**
   * @param message what happened
   * @param nextStep what the reader can do now; a sentence or a command
   */
  public CommandFailed(String message, String nextStep) {
    super(message);
    this.nextStep = nextStep;
  }

  /** What the reader can do now. */
  public String nextStep() {
    return nextStep;
  }
}
