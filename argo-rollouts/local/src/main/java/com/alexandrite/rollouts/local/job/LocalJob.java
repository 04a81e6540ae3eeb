package com.alexandrite.rollouts.local.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A job with its attempts: another one after each that failed, as many as its manifest allows. */
final class LocalJob {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(6);

  private final Path folder;
  private final JobSpec spec;

  LocalJob(Path folder, JobSpec spec) {
    this.folder = folder;
    this.spec = spec;
  }

  /** Where a job stands. */
  sealed interface State {

    /** It is done; or it has failed, and why. */
    record Ended(boolean well, String why) implements State {}

    /** It runs, or waits for its next attempt. */
    record UnderWay(@Nullable Instant until) implements State {}
  }

  /** Starts it, unless it was before: a crash may have come between its folder and its process. */
  void begin() throws IOException {
    if (!attempt(1).ran()) {
      attempt(1).start(spec);
    }
  }

  /** Looks at it, and does what is due. */
  State look(Instant began, Instant now) throws IOException {
    int number = attempts();
    JobAttempt last = attempt(number);
    OptionalInt code = last.exitCode();
    if (code.isPresent() && code.getAsInt() == 0) {
      return new State.Ended(true, "");
    }
    Instant deadline = spec.deadline() == null ? null : began.plus(spec.deadline());
    if (deadline != null && !deadline.isAfter(now)) {
      last.stop(spec.grace());
      return new State.Ended(false, "DeadlineExceeded: the job was active longer than specified");
    }
    // In this order: a process that ends in between has written its code by then.
    if (code.isEmpty() && (last.runs() || last.exitCode().isPresent())) {
      return new State.UnderWay(deadline);
    }
    return number > spec.backoffLimit()
        ? new State.Ended(false, "BackoffLimitExceeded: " + how(code))
        : tryAgain(number, now);
  }

  /** Ends it wherever it is. */
  void stop() {
    attempt(attempts()).stop(spec.grace());
  }

  String evidence() throws IOException {
    return attempt(attempts()).evidence();
  }

  private State tryAgain(int failed, Instant now) throws IOException {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed - 1, 10));
    Instant due =
        attempt(failed).lastSign().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    if (due.isAfter(now)) {
      return new State.UnderWay(due);
    }
    attempt(failed + 1).start(spec);
    return new State.UnderWay(null);
  }

  private static String how(OptionalInt code) {
    return code.isPresent()
        ? "the command ended with exit code " + code.getAsInt()
        : "the command was killed";
  }

  private int attempts() {
    return IntStream.iterate(1, n -> n + 1)
        .filter(n -> !attempt(n + 1).began())
        .findFirst()
        .orElse(1);
  }

  private JobAttempt attempt(int number) {
    return new JobAttempt(folder.resolve(Integer.toString(number)));
  }
}
