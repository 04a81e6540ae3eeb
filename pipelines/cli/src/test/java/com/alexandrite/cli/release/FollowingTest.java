package com.alexandrite.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.cli.release.FakeConsole.Moment;
import com.alexandrite.cli.release.ReleaseResult.Outcome;
import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.rollouts.RolloutScreen;
import com.alexandrite.cli.rollouts.RolloutView;
import com.alexandrite.cli.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InstantSource clock = now::get;
  private final Beat oneSecondInNoTime = () -> now.updateAndGet(time -> time.plusSeconds(1));
  private final RecordingScreen shown = new RecordingScreen();

  @Test
  void tellsEachStepAndTheOutcome() throws Exception {
    try (FakeConsole fake =
        FakeConsole.withCourse(
            new Moment(200, null, 10),
            new Moment(200, null, 50),
            new Moment(200, "Promoted", 100))) {
      ReleaseResult result = following(fake).toTheEnd("shop", "r-1");
      assertThat(result.outcome()).isEqualTo(Outcome.Promoted);
      assertThat(result.failedRequests()).isEqualTo(9);
      assertThat(result.reason()).isEqualTo("error-rate");
      assertThat(result.told()).isEqualTo("Error rate was fine.");
      assertThat(result.rollout()).endsWith("/rollouts/shop");
      assertThat(shown.weights).containsExactly(10, 50, 100);
    }
  }

  @Test
  void outlastsARestartOfTheConsole() throws Exception {
    try (FakeConsole fake =
        FakeConsole.withCourse(
            new Moment(200, null, 10),
            new Moment(503, null, 10),
            new Moment(503, null, 10),
            new Moment(200, "RolledBack", 0))) {
      assertThat(following(fake).toTheEnd("shop", "r-1").outcome()).isEqualTo(Outcome.RolledBack);
      assertThat(shown.timesAway).isEqualTo(1);
    }
  }

  @Test
  void givesUpWhenTheConsoleStaysAway() throws Exception {
    FakeConsole fake = FakeConsole.withCourse();
    fake.close();
    assertThatThrownBy(() -> following(fake).toTheEnd("shop", "r-1"))
        .isInstanceOf(ConsoleAway.class);
    assertThat(now.get()).isEqualTo(Instant.EPOCH.plusSeconds(61));
  }

  @Test
  void aRefusalIsToldInTheConsolesWords() throws Exception {
    try (FakeConsole fake = FakeConsole.withCourse()) {
      assertThatThrownBy(() -> following(fake).toTheEnd("shop", "r-2"))
          .isInstanceOf(ConsoleRefused.class)
          .hasMessage("There is no such release. See rollouts list.");
    }
  }

  @Test
  void aReleaseIsPostedWithWhatItCarries() throws Exception {
    try (FakeConsole fake = FakeConsole.withCourse()) {
      String id = console(fake).release("shop", Map.of("image", "alexandrite/shop:2"));
      assertThat(id).isEqualTo("r-1");
      assertThat(fake.calls())
          .containsExactly("/api/rollouts/shop/releases {\"image\":\"alexandrite/shop:2\"}");
    }
  }

  private static final class RecordingScreen implements RolloutScreen {
    final List<Integer> weights = new ArrayList<>();
    int timesAway;

    @Override
    public void show(RolloutView rollout) {
      weights.add(rollout.weight());
    }

    @Override
    public void consoleAway() {
      timesAway++;
    }
  }

  private Following following(FakeConsole fake) {
    return new Following(console(fake), shown, clock, oneSecondInNoTime, Duration.ofMinutes(1));
  }

  private static Console console(FakeConsole fake) {
    return new Console(Site.behindEdge("console", fake.port(), Duration.ofSeconds(5)), "token");
  }
}
