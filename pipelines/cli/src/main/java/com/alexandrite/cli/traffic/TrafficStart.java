package com.alexandrite.cli.traffic;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Let customers come. */
@Command(
    name = "start",
    description = {
      "Let customers come: three of four look around, one of four has a ring priced and orders it.",
      "The rate is that of HTTP requests of all of them together; it does not yield to a slow Shop.",
      "Staff at CRM and MES work on what they order, with 15 requests for each 100 of theirs."
    },
    mixinStandardHelpOptions = true)
public final class TrafficStart implements Callable<Integer> {
  private static final double MOST = 500;
  private static final int LONGEST_SECONDS = 3600;

  @Mixin private final Terminal terminal = new Terminal();
  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "HTTP requests per second, up to 500 (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--for",
      paramLabel = "S",
      defaultValue = "3600",
      description = "Seconds until they leave, up to 3600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public TrafficStart() {}

  @Override
  public Integer call() throws IOException {
    check(rate > 0 && rate <= MOST, "--rate is more than 0 and at most 500");
    check(seconds > 0 && seconds <= LONGEST_SECONDS, "--for is from 1 to 3600 seconds");
    var customers = new PlayedCustomers(Installation.current());
    TrafficReport report = customers.start(rate, Duration.ofSeconds(seconds));
    terminal.say("Customers are about, %s requests per second for %d s.".formatted(rate, seconds));
    terminal.say("./alexandrite traffic status tells what they see, traffic stop sends them home.");
    terminal.result(report);
    return CommandLine.ExitCode.OK;
  }

  private void check(boolean right, String rule) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), rule);
    }
  }
}
