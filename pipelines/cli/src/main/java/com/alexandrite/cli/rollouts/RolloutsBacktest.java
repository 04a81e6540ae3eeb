package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.backtest.BacktestResult;
import com.alexandrite.cli.backtest.ChangedManifests;
import com.alexandrite.cli.backtest.RecordedMetrics;
import com.alexandrite.cli.backtest.Recording;
import com.alexandrite.cli.backtest.RecordingMetrics;
import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.rollouts.engine.backtest.Backtest;
import com.alexandrite.rollouts.engine.backtest.PastMetrics;
import com.alexandrite.rollouts.engine.backtest.PastRelease;
import com.alexandrite.rollouts.engine.backtest.Verdict;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.local.prometheus.PrometheusHistory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Asks what other manifests would have made of the releases of the past. */
@Command(
    name = "backtest",
    description = {
      "Play past releases again with changed Rollouts or AnalysisTemplates: which would have been"
          + " aborted, which not, and when.",
      "Releases are the console's, metrics are Prometheus' as they were; nothing is released."
    },
    mixinStandardHelpOptions = true)
final class RolloutsBacktest implements Callable<Integer> {
  /** Prometheus keeps metrics so long. */
  private static final Duration KEPT = Duration.ofDays(15);

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files or folders with what is changed; everything else is as in"
              + " argo-rollouts/manifests.")
  private List<Path> paths;

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      converter = Age.class,
      description = {
        "How far back: 90m, 12h, 15d (default 15d, as long as metrics are kept).",
        "With --from: before the newest of its releases (default all)."
      })
  private @Nullable Duration since;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Also write releases and metrics into a file.")
  private @Nullable Path recordTo;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Take releases and metrics from such a file; no platform is needed.")
  private @Nullable Path from;

  @SuppressWarnings("NullAway.Init")
  RolloutsBacktest() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, ManifestSet> manifests = ReleasedManifests.changedBy(changed());
    Path recording = from;
    Recording result = recording == null ? live(manifests) : recorded(manifests, recording);
    Path file = recordTo;
    if (file != null) {
      result.write(file);
      terminal.say(terminal.dim("recorded in " + file));
    }
    return CommandLine.ExitCode.OK;
  }

  private ChangedManifests changed() throws IOException {
    ChangedManifests changed = ChangedManifests.read(ManifestPaths.read(paths));
    if (!changed.problems().isEmpty()) {
      throw new CommandFailed(
          String.join(System.lineSeparator(), changed.problems()), "correct what is refused");
    }
    return changed;
  }

  private Recording live(Map<String, ManifestSet> manifests)
      throws IOException, InterruptedException {
    Installation installation = Installation.current();
    List<PastRelease> releases = told(installation, manifests.keySet());
    URI prometheus = URI.create("http://127.0.0.1:" + installation.ports().get("prometheus"));
    RecordingMetrics metrics = new RecordingMetrics(new PrometheusHistory(prometheus));
    List<PastRelease> replayed =
        replay(releases, manifests, metrics, recordTo == null ? release -> {} : metrics::complete);
    return new Recording(replayed, metrics.answers());
  }

  private List<PastRelease> told(Installation installation, Set<String> services)
      throws InterruptedException {
    Instant earliest = InstantSource.system().instant().minus(since == null ? KEPT : since);
    List<PastRelease> releases = new ArrayList<>();
    for (String service : services) {
      PastReleases past =
          ConsoleCalls.ask(installation, console -> PastReleases.of(console, service, earliest));
      releases.addAll(past.releases());
      if (past.cutAt() != null) {
        terminal.progress(
            "history",
            "of %s only the newest %d releases, back to %s: the console tells no more"
                .formatted(service, PastReleases.MOST, past.cutAt()));
      }
    }
    releases.sort(Comparator.comparing(PastRelease::startedAt).reversed());
    return releases;
  }

  private Recording recorded(Map<String, ManifestSet> manifests, Path file) throws IOException {
    Recording recording = Recording.read(file).since(since);
    replay(recording.releases(), manifests, new RecordedMetrics(recording), release -> {});
    return recording;
  }

  private List<PastRelease> replay(
      List<PastRelease> releases,
      Map<String, ManifestSet> manifests,
      PastMetrics metrics,
      Consumer<PastRelease> replayed) {
    List<Verdict> verdicts = new ArrayList<>();
    for (PastRelease release : releases) {
      ManifestSet own = manifests.get(release.service());
      if (own != null) {
        verdicts.add(Backtest.of(own, release, metrics));
        replayed.accept(release);
      }
    }
    tell(BacktestResult.of(verdicts));
    return verdicts.stream().map(Verdict::release).toList();
  }

  private void tell(BacktestResult result) {
    terminal.say(terminal.dim(BacktestResult.HEAD));
    result
        .releases()
        .forEach(
            line -> terminal.say(line.differs() ? terminal.warning(line.text()) : line.text()));
    terminal.say(terminal.strong(result.summary()));
    terminal.result(result);
  }

  /** A length of time as people write it. */
  static final class Age implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      boolean days = text.endsWith("d");
      try {
        return days
            ? Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)))
            : Duration.parse("PT" + text);
      } catch (NumberFormatException | DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no length of time such as 90m or 15d");
      }
    }
  }
}
