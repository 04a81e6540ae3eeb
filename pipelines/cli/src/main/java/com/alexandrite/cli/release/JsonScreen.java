package com.alexandrite.cli.release;

import com.alexandrite.cli.rollouts.RolloutView;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** For programs: a JSON line whenever the state has changed. */
final class JsonScreen implements ReleaseScreen {
  private final PrintWriter out;
  private @Nullable RolloutView last;

  JsonScreen(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(RolloutView rollout) {
    if (!rollout.equals(last)) {
      print(Map.of("progress", rollout));
      last = rollout;
    }
  }

  @Override
  public void consoleAway() {
    print(Map.of("progress", Map.of("message", "The console does not answer; waiting for it.")));
  }

  private void print(Map<String, ?> line) {
    out.println(JsonMapper.shared().writeValueAsString(line));
    out.flush();
  }
}
