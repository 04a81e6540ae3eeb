package com.alexandrite.cli;

import com.alexandrite.cli.flags.FlagsCommand;
import com.alexandrite.cli.model.Model;
import com.alexandrite.cli.platform.Doctor;
import com.alexandrite.cli.platform.Down;
import com.alexandrite.cli.platform.Logs;
import com.alexandrite.cli.platform.Open;
import com.alexandrite.cli.platform.Status;
import com.alexandrite.cli.platform.Up;
import com.alexandrite.cli.preview.PreviewCommand;
import com.alexandrite.cli.release.ReleaseCommand;
import com.alexandrite.cli.rollouts.RolloutsCommand;
import com.alexandrite.cli.terminal.Completion;
import com.alexandrite.cli.terminal.Failures;
import com.alexandrite.cli.tour.TourCommand;
import com.alexandrite.cli.traffic.TrafficCommand;
import com.alexandrite.cli.verify.TestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of {@code ./alexandrite}. */
@Command(
    name = "alexandrite",
    description = "Jewelry to order, and the platform that releases it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Up.class,
      Down.class,
      Status.class,
      Logs.class,
      Doctor.class,
      Open.class,
      TourCommand.class,
      ReleaseCommand.class,
      RolloutsCommand.class,
      TrafficCommand.class,
      PreviewCommand.class,
      FlagsCommand.class,
      TestCommand.class,
      Model.class,
      Completion.class,
      HelpCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public Main() {}

  /** Exits with 0 when what was asked has happened, 1 when not, 2 when it was asked wrongly. */
  public static void main(String[] arguments) {
    // Read once by the JDK, when its first HTTP client is made: sites are told apart by this
    // header.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    var commandLine = new CommandLine(new Main());
    commandLine.setExecutionExceptionHandler(new Failures());
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: give a command.");
  }
}
