package com.alexandrite.cli.traffic;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Send the played customers home. */
@Command(
    name = "stop",
    description = "Send the played customers home.",
    mixinStandardHelpOptions = true)
public final class TrafficStop implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  /** Picocli fills the fields in. */
  public TrafficStop() {}

  @Override
  public Integer call() {
    Optional<TrafficReport> report =
        new PlayedCustomers(Installation.current()).stop().map(last -> last.asOf(false));
    report.ifPresent(last -> TrafficText.lines(last).forEach(terminal::say));
    terminal.result(report.<Object>map(last -> last).orElse(Map.of("running", false)));
    return CommandLine.ExitCode.OK;
  }
}
