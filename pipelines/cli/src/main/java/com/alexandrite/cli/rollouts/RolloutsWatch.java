package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Watches one rollout until nothing moves any more. */
@Command(
    name = "watch",
    description = "Watch one rollout live until it is Healthy or Degraded.",
    mixinStandardHelpOptions = true)
final class RolloutsWatch implements Callable<Integer> {
  private static final Set<String> AT_REST = Set.of("Healthy", "Degraded");
  private static final Duration BEAT = Duration.ofMillis(500);

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The rollout, such as shop.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  RolloutsWatch() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    RolloutScreen screen = Screens.of(terminal);
    RolloutView seen = ConsoleCalls.ask(installation, this::look);
    Beat beat = Beat.every(BEAT);
    while (true) {
      screen.show(seen);
      if (AT_REST.contains(seen.phase())) {
        terminal.result(seen);
        return seen.phase().equals("Healthy")
            ? CommandLine.ExitCode.OK
            : CommandLine.ExitCode.SOFTWARE;
      }
      beat.await();
      seen = again(installation, screen, seen);
    }
  }

  private RolloutView again(Installation installation, RolloutScreen screen, RolloutView last)
      throws IOException, InterruptedException {
    try {
      return look(Console.of(installation));
    } catch (ConsoleAway _) {
      // Killed or restarted just now; the supervisor brings it back.
      screen.consoleAway();
      return last;
    } catch (ConsoleRefused refused) {
      return ConsoleCalls.ask(installation, this::look);
    }
  }

  private RolloutView look(Console console)
      throws ConsoleAway, ConsoleRefused, InterruptedException {
    return RolloutView.of(console.rollout(name));
  }
}
