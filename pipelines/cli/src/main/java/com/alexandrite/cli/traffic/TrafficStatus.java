package com.alexandrite.cli.traffic;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the played customers have seen. */
@Command(
    name = "status",
    description = "Tell what the played customers have seen, by the version that answered.",
    mixinStandardHelpOptions = true)
public final class TrafficStatus implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  /** Picocli fills the fields in. */
  public TrafficStatus() {}

  @Override
  public Integer call() {
    var customers = new PlayedCustomers(Installation.current());
    TrafficReport report =
        customers
            .report()
            .orElseThrow(() ->
                new CommandFailed(
                    "There were no customers yet.", "./alexandrite traffic start --rate 20"))
            .asOf(customers.present());
    TrafficText.lines(report).forEach(terminal::say);
    terminal.result(report);
    return CommandLine.ExitCode.OK;
  }
}
