package com.alexandrite.cli.rollouts;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** For a terminal: one block that is drawn over itself. */
final class LiveScreen implements RolloutScreen {
  private static final int WIDEST = 118;

  private final PrintWriter out;
  private int drawn;

  LiveScreen(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(RolloutView rollout) {
    List<String> lines = new ArrayList<>();
    lines.add(RolloutText.bar(rollout) + "  " + RolloutText.position(rollout));
    lines.addAll(RolloutText.arms(rollout));
    String analysis = RolloutText.analysis(rollout);
    if (!analysis.isEmpty()) {
      lines.add("analysis: " + analysis);
    }
    draw(lines);
  }

  @Override
  public void consoleAway() {
    draw(List.of("The console does not answer; waiting for it."));
  }

  private void draw(List<String> lines) {
    if (drawn > 0) {
      // Up to the block's first line, then clear to the end of the screen.
      out.printf("\033[%dA\033[J", drawn);
    }
    // A line that the terminal breaks would count as two, and the block would creep down.
    lines.forEach(line -> out.println("  " + line.substring(0, Math.min(WIDEST, line.length()))));
    out.flush();
    drawn = lines.size();
  }
}
