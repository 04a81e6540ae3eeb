package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For programs: a JSON line whenever the state has changed. */
final class JsonScreen implements RolloutScreen {
  private final Terminal terminal;
  private @Nullable RolloutView last;

  JsonScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void show(RolloutView rollout) {
    if (!rollout.equals(last)) {
      terminal.progress("rollout", RolloutText.position(rollout), Map.of("rollout", rollout));
      last = rollout;
    }
  }

  @Override
  public void consoleAway() {
    terminal.progress("rollout", "The console does not answer; waiting for it.");
  }
}
