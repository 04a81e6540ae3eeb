package com.alexandrite.environment.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks one process's probe in its rhythm and counts failures in a row. */
final class ReadinessWatch {

  private static final Duration EAGER = Duration.ofMillis(200);

  private final Prober prober;
  private @Nullable CompletableFuture<Prober.Answer> pending;
  private Instant nextQuestion = Instant.MIN;
  private int failuresInRow;
  private boolean everReady;

  ReadinessWatch(Prober prober) {
    this.prober = prober;
  }

  /** A new answer, if one came since the last call; asks the next question when it is due. */
  Optional<Prober.Answer> poll(Probe probe, Instant now) {
    Optional<Prober.Answer> answer = takeAnswer();
    answer.ifPresent(this::count);
    if (pending == null && !now.isBefore(nextQuestion)) {
      pending = prober.ask(probe);
      nextQuestion = now.plus(everReady ? probe.period() : shorter(probe.period(), EAGER));
    }
    return answer;
  }

  /** Whether the failures since the last success are as many as the probe allows. */
  boolean exhausted(Probe probe) {
    return failuresInRow >= probe.failureThreshold();
  }

  private Optional<Prober.Answer> takeAnswer() {
    CompletableFuture<Prober.Answer> question = pending;
    if (question == null || !question.isDone()) {
      return Optional.empty();
    }
    pending = null;
    return Optional.of(question.join());
  }

  private void count(Prober.Answer answer) {
    everReady |= answer.ready();
    failuresInRow = answer.ready() ? 0 : failuresInRow + 1;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
