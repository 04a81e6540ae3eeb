package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: every component; exit code 1 when one is not healthy. */
@Command(
    name = "status",
    description = "Show every component; exit code 1 when one is not healthy.",
    mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    var health = Health.of(Platform.of(Installation.current()));
    print(terminal, health);
    terminal.result(health);
    return health.healthy() ? 0 : 1;
  }

  static void print(Terminal terminal, Health health) {
    for (Component component : health.components()) {
      terminal.say(line(terminal, component));
    }
    for (Component preview : health.previews()) {
      terminal.say(line(terminal, preview));
    }
    terminal.say("");
    health.addresses().forEach((site, address) -> terminal.say("%-9s %s".formatted(site, address)));
    if (!health.healthy()) {
      terminal.say("");
      terminal.say("Not everything is healthy. Next: ./alexandrite up repairs what is missing.");
    }
  }

  private static String line(Terminal terminal, Component component) {
    String mark = component.healthy() ? terminal.good("●") : terminal.bad("○");
    String details =
        component.healthy()
            ? Objects.requireNonNullElse(component.address(), "")
            : component.phase() + " " + component.message();
    return "%s %-9s %-28s %8s %4s  %s"
        .formatted(
            mark,
            component.kind(),
            component.name(),
            component.pid() == 0 ? "" : component.pid(),
            Objects.requireNonNullElse(component.version(), ""),
            details);
  }
}
