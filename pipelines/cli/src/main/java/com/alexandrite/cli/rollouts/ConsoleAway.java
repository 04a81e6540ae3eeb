package com.alexandrite.cli.rollouts;

import java.io.IOException;

/** The console did not answer, or only the edge did in its place; it may be back in a moment. */
public final class ConsoleAway extends IOException {
  ConsoleAway(String message) {
    super(message);
  }

  ConsoleAway(String message, Throwable cause) {
    super(message, cause);
  }
}
