package com.alexandrite.cli.release;

import java.nio.file.Path;

/** The revision could not be built; the log says why. */
public final class BuildFailed extends Exception {
  private final Path log;

  BuildFailed(String message, Path log) {
    super(message);
    this.log = log;
  }

  /** The build's whole output. */
  public Path log() {
    return log;
  }
}
