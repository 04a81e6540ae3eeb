package com.alexandrite.cli.flags;

import com.alexandrite.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The flag that a command is about, in one environment. */
final class OneFlag {
  @Parameters(
      paramLabel = "KEY",
      description = "The flag, such as price-breakdown.",
      completionCandidates = FlagKeys.class)
  private String key;

  @Option(
      names = "--env",
      paramLabel = "ENVIRONMENT",
      defaultValue = "local",
      description = "The environment (default: ${DEFAULT-VALUE}).")
  private String environment;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  OneFlag() {}

  String key() {
    return key;
  }

  String environment() {
    return environment;
  }

  FlagState seen(FlagDesk desk) throws InterruptedException {
    return FlagState.of(desk.flag(key, environment));
  }

  /** Changes it, waits until the last instance has it, and tells. */
  void change(FlagDesk desk, String act, Map<String, Object> request, Terminal terminal)
      throws InterruptedException {
    JsonNode answer = desk.change(key, environment, act, request);
    FlagState flag = desk.afterChange(key, environment, answer);
    terminal.say(FlagText.now(flag) + ", " + FlagText.reach(flag));
    terminal.result(flag);
  }
}
