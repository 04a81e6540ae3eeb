package com.alexandrite.cli.tour;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.release.ReleaseResult;
import com.alexandrite.cli.release.ReleaseResult.Outcome;
import com.alexandrite.cli.release.Releasing;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.cli.traffic.PlayedCustomers;
import com.alexandrite.cli.traffic.TrafficReport;
import com.alexandrite.cli.traffic.TrafficText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Customers arrive, a good version of the Shop is promoted, a bad one is rolled back. */
@Command(
    name = "tour",
    description = "See the main job in about five minutes: one good release, one bad one.",
    mixinStandardHelpOptions = true)
public final class TourCommand implements Callable<Integer> {
  private static final double RATE = 20;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final String SHOP = "shop";

  @Mixin private final Terminal terminal = new Terminal();
  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public TourCommand() {}

  /**
   * What the tour showed.
   *
   * @param good the healthy release
   * @param bad the drilled one
   */
  public record Shown(ReleaseResult good, ReleaseResult bad, TrafficReport customers) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    step("1/4", "The platform: four services, their servers, and the release machinery.");
    bringUp();
    URI page = Console.of(installation).page(SHOP);
    PlayedCustomers customers = new PlayedCustomers(installation);
    step("2/4", "Customers arrive: they look around, have rings priced, and order.");
    customers.start(RATE, LONGEST);
    try {
      return show(installation, customers, page);
    } finally {
      customers.stop();
    }
  }

  private int show(Installation installation, PlayedCustomers customers, URI page)
      throws IOException, InterruptedException {
    step(
        "3/4",
        "A good version of the Shop: first a few customers meet it, then all. Watch: " + page);
    ReleaseResult good = release(installation, null);
    step("4/4", "A bad version: every fourth answer is an error. It must not stay. Watch: " + page);
    ReleaseResult bad = release(installation, "errors");
    TrafficReport seen = customers.stop().orElseThrow();
    explain(seen, bad, page);
    terminal.result(new Shown(good, bad, seen));
    boolean asPromised = good.outcome() == Outcome.Promoted && bad.outcome() == Outcome.RolledBack;
    return asPromised ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void bringUp() {
    List<String> up = terminal.json() ? List.of("up", "--json") : List.of("up");
    int exitCode = spec.root().commandLine().execute(up.toArray(String[]::new));
    if (exitCode != 0) {
      throw new CommandFailed("The platform does not come up.", "./alexandrite doctor");
    }
  }

  private ReleaseResult release(Installation installation, @Nullable String drill)
      throws IOException, InterruptedException {
    ReleaseResult result = new Releasing(installation, terminal).release(SHOP, null, drill, "tour");
    terminal.say(
        String.format(
            Locale.ROOT,
            "      %s after %.0f s: %s",
            terminal.strong(result.outcome().name()),
            result.seconds(),
            result.told()));
    return result;
  }

  private void explain(TrafficReport seen, ReleaseResult bad, URI page) {
    terminal.say("");
    terminal.say("What the customers saw, by the version that answered:");
    TrafficText.lines(seen).forEach(line -> terminal.say("  " + line));
    terminal.say(
        "The bad version met %d requests and failed %d; the rest never knew."
            .formatted(bad.requests(), bad.failedRequests()));
    terminal.say("The evidence stays at " + page + "; next: ./alexandrite open console");
  }

  private void step(String number, String text) {
    terminal.say("");
    terminal.progress(number, text);
  }
}
