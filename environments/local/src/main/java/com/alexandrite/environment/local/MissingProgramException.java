package com.alexandrite.environment.local;

/** A program that an operating system package brings is not installed. */
public final class MissingProgramException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the program. */
  public MissingProgramException(String program) {
    super(program + " is not installed; ./alexandrite up installs it, or see ./alexandrite doctor");
  }
}
