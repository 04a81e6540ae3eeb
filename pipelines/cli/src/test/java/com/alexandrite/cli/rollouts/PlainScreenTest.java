package com.alexandrite.cli.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.rollouts.RolloutView.AnalysisView;
import com.alexandrite.cli.rollouts.RolloutView.Arm;
import com.alexandrite.cli.rollouts.RolloutView.Arms;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlainScreenTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final StringWriter out = new StringWriter();
  private final PlainScreen screen = new PlainScreen(new PrintWriter(out), now::get);

  @Test
  void saysWhatHappenedOnce() {
    screen.show(atWeight(10));
    screen.show(atWeight(10));
    screen.show(atWeight(50));
    assertThat(out.toString().lines().filter(line -> line.contains("weight")))
        .hasSize(2)
        .last()
        .asString()
        .contains("Progressing", "step 1/4", "weight  50 %");
  }

  @Test
  void repeatsTheFiguresNowAndThen() {
    screen.show(atWeight(10));
    now.set(Instant.EPOCH.plusSeconds(11));
    screen.show(atWeight(10));
    assertThat(out.toString().lines().filter(line -> line.contains("canary v2")))
        .hasSize(2)
        .allMatch(line -> line.contains("22.5 % errors") && line.contains("40 requests"));
  }

  @Test
  void tellsTheAnalysis() {
    screen.show(atWeight(10));
    assertThat(out.toString()).contains("analysis: error-rate Running");
  }

  private static RolloutView atWeight(int weight) {
    Arm stable = new Arm(400L, 0L, 0.0, 12.0, 20.0);
    Arm canary = new Arm(40L, 9L, 0.225, null, null);
    return new RolloutView(
        "shop",
        "Progressing",
        1,
        4,
        weight,
        "1",
        "2",
        null,
        new Arms(stable, canary),
        List.of(new AnalysisView("shop-2", "error-rate", "Running", null)));
  }
}
