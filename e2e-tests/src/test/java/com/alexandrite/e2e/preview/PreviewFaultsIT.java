package com.alexandrite.e2e.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.e2e.scenario.Developer;
import com.alexandrite.e2e.scenario.DraftBranch;
import com.alexandrite.e2e.scenario.Eventually;
import com.alexandrite.e2e.scenario.Leftovers;
import com.alexandrite.e2e.scenario.Platform;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Previews are made and deleted while what keeps them is killed; nothing of them is left. */
@Tag("faults")
class PreviewFaultsIT {
  private static final int CYCLES = 20;
  private static final int LONGEST_MILLIS = 6000;
  private static final String NAME = "e2e-killed-preview";

  private final Platform platform = Platform.running();
  private final Developer developer = platform.developer();
  private final Random random = new Random(20);

  @Test
  void nothingIsLeftWhereverTheConsoleIsKilled() throws Exception {
    Leftovers before = platform.leftovers(NAME);
    try (DraftBranch branch = DraftBranch.changing("e2e/killed-preview", text -> text)) {
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        developer.beginsAWholePreview(branch);
        killedAtAnyMoment();
        developer.removes(NAME);
        killedAtAnyMoment();
      }
    }
    Eventually.see(
        "all previews are gone",
        Duration.ofMinutes(2),
        developer::seesThePreviews,
        PreviewFaultsIT::isEmpty);
    assertThat(before).isEqualTo(Leftovers.NONE);
    Eventually.see(
        "nothing is left of them",
        Duration.ofMinutes(1),
        () -> platform.leftovers(NAME),
        Leftovers.NONE::equals);
  }

  /** At moments that differ, so that each part of the work is met. */
  private void killedAtAnyMoment() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
    platform.saboteur().kills("console");
    Eventually.see(
        "the console is back",
        Duration.ofMinutes(1),
        developer::triesToSeeThePreviews,
        seen -> seen.exitCode() == 0);
  }

  private static boolean isEmpty(JsonNode all) {
    return all.path("previews").isEmpty() && all.path("orphans").asInt(-1) == 0;
  }
}
