package com.alexandrite.perf.simulation;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.simulation.SimulatedRelease;
import com.alexandrite.rollouts.engine.simulation.Simulator;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import com.alexandrite.rollouts.engine.simulation.script.ScriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole releases of the Shop a second, with all its analyses, each from the release to its end: a
 * healthy one, and one with errors. One thread; the manifests are read once, and the version before
 * is deployed once. The median of the rounds counts.
 */
public final class SimulationBenchmark {
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 3));
  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 30));
  private static final Path ROLLOUTS =
      Path.of(System.getProperty("checkout", "")).resolve("argo-rollouts");
  private static final double NANOS = 1e9;

  /** So many are played between two looks at the time that the processor was used. */
  private static final int AT_ONCE = 20;

  private SimulationBenchmark() {}

  /** Measures both. */
  public static void main(String[] arguments) throws IOException {
    ManifestSet shop = shop();
    Simulator simulator = new Simulator(shop);
    System.out.println("| release | ends | looks | | least | median | most |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String name : List.of("shop-healthy.yaml", "shop-errors.yaml")) {
      measure(name, simulator, script(name, shop));
    }
    System.out.println("load average: " + Files.readString(Path.of("/proc/loadavg")).strip());
  }

  private static void measure(String name, Simulator shop, Script script) {
    SimulatedRelease release = shop.play(script);
    round(shop, script, release, WARM_UP);
    List<Round> rounds =
        Stream.generate(() -> round(shop, script, release, ROUND)).limit(ROUNDS).toList();
    String what =
        "%s | %s after %d s | %d"
            .formatted(
                name,
                release.outcome().text(),
                release.seconds(),
                release.moments().stream().mapToInt(moment -> moment.measured().size()).sum());
    tell(what, "a second", rounds.stream().map(Round::perSecond));
    tell(what, "a second of the processor", rounds.stream().map(Round::perProcessorSecond));
  }

  private static void tell(String what, String per, Stream<Double> rounds) {
    List<Double> sorted = rounds.sorted().toList();
    System.out.printf(
        "| %s | %s | %.0f | %.0f | %.0f |%n",
        what, per, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  /**
   * What was played in a round.
   *
   * @param processor how long the process had a processor, its compiler and collector with it: what
   *     other processes do meanwhile does not count
   */
  private record Round(int played, Duration time, Duration processor) {

    double perSecond() {
      return played * NANOS / time.toNanos();
    }

    double perProcessorSecond() {
      return played * NANOS / processor.toNanos();
    }
  }

  private static Round round(
      Simulator shop, Script script, SimulatedRelease expected, Duration length) {
    Duration processorBefore = processor();
    Duration processorEnd = processorBefore.plus(length);
    long begin = System.nanoTime();
    int played = 0;
    while (processor().compareTo(processorEnd) < 0) {
      for (int i = 0; i < AT_ONCE; i++) {
        SimulatedRelease release = shop.play(script);
        if (release.outcome() != expected.outcome()) {
          throw new IllegalStateException("one ended otherwise: " + release);
        }
      }
      played += AT_ONCE;
    }
    return new Round(
        played, Duration.ofNanos(System.nanoTime() - begin), processor().minus(processorBefore));
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static ManifestSet shop() throws IOException {
    List<ManifestFile> files = new ArrayList<>();
    for (String folder : List.of("manifests/shop", "manifests/analysis")) {
      try (Stream<Path> paths = Files.list(ROLLOUTS.resolve(folder))) {
        for (Path path : paths.toList()) {
          files.add(new ManifestFile(path.toString(), Files.readString(path)));
        }
      }
    }
    return switch (Manifests.read(files, Capabilities.SIMULATED)) {
      case Manifests.Reading.Accepted(ManifestSet set) -> set;
      case Manifests.Reading.Refused(List<Refusal> why) ->
          throw new IllegalStateException(why.toString());
    };
  }

  private static Script script(String name, ManifestSet shop) throws IOException {
    String text = Files.readString(ROLLOUTS.resolve("simulations").resolve(name));
    return switch (ScriptReader.read(new ManifestFile(name, text), shop, it -> Optional.empty())) {
      case ScriptReader.Reading.Accepted(Script script) -> script;
      case ScriptReader.Reading.Refused(List<Refusal> why) ->
          throw new IllegalStateException(why.toString());
    };
  }
}
