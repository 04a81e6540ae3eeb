package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** All rollouts in short. */
@Command(
    name = "list",
    description = "List the rollouts: phase, step, weight, versions.",
    mixinStandardHelpOptions = true)
final class RolloutsList implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws InterruptedException {
    JsonNode rollouts = ConsoleCalls.ask(Installation.current(), Console::rollouts);
    terminal.say("NAME         PHASE        STEP   WEIGHT  STABLE  CANARY  MESSAGE");
    rollouts.forEach(rollout -> terminal.say(line(RolloutView.of(rollout))));
    terminal.result(rollouts);
    return CommandLine.ExitCode.OK;
  }

  private static String line(RolloutView rollout) {
    return String.format(
        Locale.ROOT,
        "%-14s %-14s %2d/%-3d  %3d %%   %-7s %-7s %s",
        rollout.name(),
        rollout.phase(),
        rollout.step(),
        rollout.steps(),
        rollout.weight(),
        Objects.requireNonNullElse(rollout.stable(), "-"),
        Objects.requireNonNullElse(rollout.canary(), "-"),
        Objects.requireNonNullElse(rollout.message(), ""));
  }
}
