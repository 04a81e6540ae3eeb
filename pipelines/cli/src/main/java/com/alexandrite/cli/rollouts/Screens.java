package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** The right screen for who reads along. */
public final class Screens {
  private Screens() {}

  /** A block drawn over itself for a person at a terminal, JSON lines for a program, else lines. */
  public static RolloutScreen of(Terminal terminal) {
    if (terminal.json()) {
      return new JsonScreen(terminal);
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    return terminal.interactive()
        ? new LiveScreen(out)
        : new PlainScreen(out, InstantSource.system());
  }
}
