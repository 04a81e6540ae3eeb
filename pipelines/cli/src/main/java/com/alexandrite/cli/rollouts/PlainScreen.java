package com.alexandrite.cli.rollouts;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** For logs and pipes: a line when something happens, and the figures every ten seconds. */
final class PlainScreen implements RolloutScreen {
  private static final Duration BETWEEN_FIGURES = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final InstantSource clock;
  private String position = "";
  private String analysis = "";
  private Instant figuresAt = Instant.MIN;

  PlainScreen(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void show(RolloutView rollout) {
    String newPosition = RolloutText.position(rollout);
    String newAnalysis = RolloutText.analysis(rollout);
    boolean happened = !newPosition.equals(position);
    if (happened) {
      out.println(newPosition);
    }
    if (!newAnalysis.equals(analysis)) {
      out.println("            analysis: " + newAnalysis);
    }
    if (happened || clock.instant().isAfter(figuresAt.plus(BETWEEN_FIGURES))) {
      RolloutText.arms(rollout).forEach(line -> out.println("            " + line));
      figuresAt = clock.instant();
    }
    position = newPosition;
    analysis = newAnalysis;
    out.flush();
  }

  @Override
  public void consoleAway() {
    out.println("The console does not answer; waiting for it.");
    out.flush();
  }
}
