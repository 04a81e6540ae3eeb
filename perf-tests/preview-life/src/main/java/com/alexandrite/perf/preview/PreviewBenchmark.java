package com.alexandrite.perf.preview;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Ten times: a preview of a branch that changes the Shop is made, put to sleep, woken by a request,
 * and deleted. Each round changes another line, so that nothing is taken from an earlier build.
 */
public final class PreviewBenchmark {

  private static final int ROUNDS = Integer.getInteger("rounds", 10);
  private static final String BRANCH = "measured-preview";
  private static final String HOST = "shop." + BRANCH + ".localhost";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
  private static final double MIB = 1 << 20;
  private static final PrintStream OUT = System.out;

  private final RunningPlatform platform;
  private final ScratchBranch branch;

  private PreviewBenchmark(RunningPlatform platform, ScratchBranch branch) {
    this.platform = platform;
    this.branch = branch;
  }

  /** Seconds, and MiB for each service that runs. */
  private record Round(double build, double ready, double wake, double removed, double memory) {}

  /**
   * Measures.
   *
   * @param arguments the checkout whose platform runs
   */
  public static void main(String[] arguments) throws Exception {
    Path checkout = Path.of(arguments[0]);
    var benchmark =
        new PreviewBenchmark(RunningPlatform.of(checkout), new ScratchBranch(checkout, BRANCH));
    try {
      benchmark.run();
    } finally {
      benchmark.branch.delete();
    }
  }

  private void run() throws IOException, InterruptedException {
    List<Round> rounds = new ArrayList<>();
    for (int at = 1; at <= ROUNDS; at++) {
      Round round = round(at);
      rounds.add(round);
      OUT.printf(
          Locale.ROOT,
          "%2d of %d: built %.1f s, ready %.1f s, woken %.1f s, removed %.1f s, %.0f MiB%n",
          at,
          ROUNDS,
          round.build(),
          round.ready(),
          round.wake(),
          round.removed(),
          round.memory());
    }
    table(rounds);
    orphans();
  }

  private Round round(int at) throws IOException, InterruptedException {
    branch.commitChange(at);
    platform.console("POST", "/api/previews", "{\"branches\":[\"%s\"]}".formatted(BRANCH));
    JsonNode ready = await(PreviewBenchmark::isReady);
    double memory = memory(ready);
    platform.console("POST", "/api/previews/" + BRANCH + "/sleep", "{}");
    await(view -> view.path("phase").asString().equals("ASLEEP"));
    awaitNoProcess();
    long begun = System.nanoTime();
    int status = platform.get(HOST, "/api/catalog");
    double wake = secondsSince(begun);
    if (status != 200) {
      throw new IOException("the woken preview answers " + status);
    }
    long removing = System.nanoTime();
    platform.console("DELETE", "/api/previews/" + BRANCH, "");
    awaitGone();
    return new Round(
        ready.path("buildSeconds").asDouble(),
        ready.path("readySeconds").asDouble(),
        wake,
        secondsSince(removing),
        memory);
  }

  private static boolean isReady(JsonNode view) {
    if (view.path("phase").asString().equals("FAILED")) {
      throw new IllegalStateException("the preview failed: " + view.path("problem"));
    }
    return view.path("phase").asString().equals("READY");
  }

  private static double memory(JsonNode view) {
    return view.path("services")
            .valueStream()
            .mapToLong(service -> service.path("memoryBytes").asLong())
            .filter(bytes -> bytes > 0)
            .average()
            .orElse(0)
        / MIB;
  }

  private JsonNode await(Predicate<JsonNode> condition) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < LIMIT.toNanos()) {
      JsonNode view = platform.console("GET", "/api/previews/" + BRANCH, "").orElseThrow();
      if (condition.test(view)) {
        return view;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    throw new IOException("nothing came of it within " + LIMIT);
  }

  private void awaitNoProcess() throws IOException, InterruptedException {
    await(view ->
        view.path("services")
            .valueStream()
            .allMatch(service -> service.path("memoryBytes").asLong() == 0));
  }

  private void awaitGone() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (platform.console("GET", "/api/previews/" + BRANCH, "").isPresent()) {
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        throw new IOException("the preview is still there after " + LIMIT);
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void table(List<Round> rounds) {
    OUT.printf("%n%-38s %8s %8s %8s %8s%n", "", "least", "median", "most", "aim");
    line("build (Maven, start-up cache), s", rounds.stream().map(Round::build), "");
    line("ready after the build, s", rounds.stream().map(Round::ready), "15");
    line("woken by a request, s", rounds.stream().map(Round::wake), "8");
    line("removed with all it had, s", rounds.stream().map(Round::removed), "3");
    line("memory of a service, MiB", rounds.stream().map(Round::memory), "350");
  }

  private static void line(String what, Stream<Double> values, String aim) {
    List<Double> sorted = values.sorted().toList();
    OUT.printf(
        Locale.ROOT,
        "%-38s %8.1f %8.1f %8.1f %8s%n",
        what,
        sorted.getFirst(),
        sorted.get(sorted.size() / 2),
        sorted.getLast(),
        aim);
  }

  private void orphans() throws IOException, InterruptedException {
    OUT.println(
        "orphans: " + platform.console("GET", "/api/previews", "").orElseThrow().path("orphans"));
  }
}
