package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** One flag in one environment. */
@Command(
    name = "show",
    description = "Show one flag: what it is for, its state, and the version of each instance.",
    mixinStandardHelpOptions = true)
final class FlagsShow implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();
  @Mixin private final OneFlag flag = new OneFlag();

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    JsonNode row = desk.definition(flag.key()).path("flag");
    FlagState state = flag.seen(desk);
    terminal.say(terminal.strong(state.key()) + "  " + row.path("description").asString(""));
    terminal.say(
        "  %s in %s, version %d".formatted(state.word(), flag.environment(), state.version()));
    terminal.say(
        "  changed %s by %s: %s".formatted(state.changedAt(), state.changedBy(), state.reason()));
    terminal.say("  " + FlagText.reach(state));
    state
        .instances()
        .forEach(one -> terminal.say("  %-24s version %d".formatted(one.id(), one.version())));
    terminal.result(state);
    return CommandLine.ExitCode.OK;
  }
}
