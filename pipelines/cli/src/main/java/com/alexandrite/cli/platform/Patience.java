package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.TimeUnit;

/** Waits for a program that takes its time, and says every ten seconds that it still works. */
final class Patience {

  private static final long TELL_SECONDS = 10;

  private Patience() {}

  /** The program's exit code. */
  static int await(Process process, String step, String message, Terminal terminal)
      throws InterruptedException {
    Stopwatch stopwatch = Stopwatch.start();
    while (!process.waitFor(TELL_SECONDS, TimeUnit.SECONDS)) {
      long seconds = Math.round(stopwatch.seconds());
      terminal.progress(step, message + " (" + seconds + " s)");
    }
    return process.exitValue();
  }
}
