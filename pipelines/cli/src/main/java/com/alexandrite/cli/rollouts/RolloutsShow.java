package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One rollout with all that is known. */
@Command(
    name = "show",
    description = "Show one rollout with its analysis runs and its history.",
    mixinStandardHelpOptions = true)
final class RolloutsShow implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The rollout, such as shop.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  RolloutsShow() {}

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.current();
    JsonNode answer = ConsoleCalls.ask(installation, console -> console.rollout(name));
    RolloutView rollout = RolloutView.of(answer);
    terminal.say(terminal.strong(rollout.name()) + "  " + RolloutText.position(rollout));
    terminal.say("  " + RolloutText.actions(answer));
    RolloutText.arms(rollout).forEach(line -> terminal.say("  " + line));
    rollout.runs().forEach(run -> terminal.say("  analysis " + RolloutText.run(run)));
    answer.path("history").forEach(entry -> terminal.say("  " + RolloutText.history(entry)));
    terminal.result(answer);
    return CommandLine.ExitCode.OK;
  }
}
