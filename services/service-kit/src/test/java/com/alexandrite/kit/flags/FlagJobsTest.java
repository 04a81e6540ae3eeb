package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What jobs leave behind that asked growing flags. */
class FlagJobsTest {

  private static final int JOBS = 200;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LiveFlags live = new LiveFlags(Documents.CATALOGUE.flags(), false);
  private final GrowingFlags growing = new GrowingFlags(Documents.CATALOGUE);
  private final Flags flags = new NotedFlags(live, growing);
  private final FlagJobs jobs = new FlagJobs(registry);

  @Test
  void thoseWithTheFlagAreCountedApartFromTheOthers() {
    inForce(Documents.of("local", 1, FlagDocument.EVERYBODY / 2));

    // Whoever has the flag fails.
    int having =
        IntStream.range(0, JOBS)
            .map(user -> {
              try (FlagJobs.Job job = jobs.begin()) {
                boolean on = isOn("user-" + user);
                job.end(on ? FlagJobs.Outcome.SERVER_ERROR : FlagJobs.Outcome.SUCCESS);
                return on ? 1 : 0;
              }
            })
            .sum();

    assertThat(having).isBetween(1, JOBS - 1);
    assertThat(timer("on", "SERVER_ERROR").count()).isEqualTo(having);
    assertThat(timer("off", "SUCCESS").count()).isEqualTo(JOBS - having);
    assertThat(registry.getMeters()).hasSize(2);
  }

  @Test
  void oneThatAskedNothingOrWasNotEndedLeavesNothing() {
    inForce(Documents.of("local", 1, FlagDocument.EVERYBODY / 2));
    try (FlagJobs.Job job = jobs.begin()) {
      job.end(FlagJobs.Outcome.SUCCESS);
    }
    try (FlagJobs.Job _ = jobs.begin()) {
      assertThat(isOn("anna")).isIn(true, false);
    }
    // Outside of a job there is nothing to note it with.
    assertThat(isOn("anna")).isIn(true, false);

    assertThat(registry.getMeters()).isEmpty();
  }

  private boolean isOn(String user) {
    return flags.isOn(Documents.SWITCH, EvaluationContext.NOBODY.with(Unit.USER, user));
  }

  private void inForce(FlagDocument document) {
    live.apply(document);
    growing.look(document);
  }

  private Timer timer(String variant, String outcome) {
    return registry.get("flag.jobs").tag("variant", variant).tag("outcome", outcome).timer();
  }
}
