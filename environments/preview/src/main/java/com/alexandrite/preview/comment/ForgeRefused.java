package com.alexandrite.preview.comment;

import java.io.Serial;

/** The forge says no, and would say so again: another token or repository is needed. */
public final class ForgeRefused extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int status;

  ForgeRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }
}
