package com.alexandrite.perf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs, and asks what it says it asks. */
class BenchmarksTest {

  @Test
  void eachBenchmarkRunsOnce() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .mode(Mode.SingleShotTime)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.)", "$1"))
        .containsExactlyInAnyOrder(
            "AlexandriteBenchmark.off",
            "AlexandriteBenchmark.everybody",
            "AlexandriteBenchmark.tenth",
            "AlexandriteBenchmark.twoRules",
            "TogglzBenchmark.off",
            "TogglzBenchmark.everybody",
            "TogglzBenchmark.tenth",
            "FlagsmithBenchmark.off",
            "FlagsmithBenchmark.everybody",
            "FlagsmithBenchmark.tenth",
            "FlagsmithBenchmark.twoRules");
  }

  @Test
  void ourAnswersAreThoseThatAreAskedFor() throws Exception {
    AlexandriteBenchmark ours = new AlexandriteBenchmark();

    assertShares(ours::off, ours::everybody, ours::tenth);
    assertThat(percent(ours::twoRules)).isBetween(38, 50);
  }

  @Test
  void togglzAnswersAreThoseThatAreAskedFor() throws Exception {
    TogglzBenchmark togglz = new TogglzBenchmark();

    assertShares(togglz::off, togglz::everybody, togglz::tenth);
  }

  @Test
  void flagsmithsAnswersAreThoseThatAreAskedFor() throws Exception {
    FlagsmithBenchmark flagsmith = new FlagsmithBenchmark();
    try {
      assertShares(flagsmith::off, flagsmith::everybody, flagsmith::tenth);
      assertThat(percent(flagsmith::twoRules)).isBetween(38, 50);
    } finally {
      flagsmith.close();
    }
  }

  private static void assertShares(
      Callable<Boolean> off, Callable<Boolean> everybody, Callable<Boolean> tenth)
      throws Exception {
    assertThat(percent(off)).isZero();
    assertThat(percent(everybody)).isEqualTo(100);
    assertThat(percent(tenth)).isBetween(7, 13);
  }

  private static int percent(Callable<Boolean> question) throws Exception {
    int on = 0;
    for (int at = 0; at < People.COUNT; at++) {
      on += question.call() ? 1 : 0;
    }
    return Math.round(100f * on / People.COUNT);
  }
}
