package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What a release manager can do to a rollout; each action is recorded with its reason. */
final class RolloutActions {
  private RolloutActions() {}

  abstract static class Action implements Callable<Integer> {
    @Mixin private final Terminal terminal = new Terminal();

    @Parameters(index = "0", paramLabel = "NAME", description = "The rollout, such as shop.")
    private String name;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        defaultValue = "asked for at the command line",
        description = "Why; kept in the history (default: ${DEFAULT-VALUE}).")
    private String reason;

    private final String action;

    @SuppressWarnings("NullAway.Init")
    Action(String action) {
      this.action = action;
    }

    /** The action, as the console's address has it. */
    String action() {
      return action;
    }

    /** Adds what this action needs beside the reason. */
    void describe(Map<String, Object> request) {}

    @Override
    public Integer call() throws InterruptedException {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("reason", reason);
      describe(request);
      JsonNode answer =
          ConsoleCalls.ask(Installation.current(), console -> console.act(name, action(), request));
      terminal.say(name + ": " + action() + " is on its way. ./alexandrite rollouts watch " + name);
      terminal.result(answer.isMissingNode() ? Map.of("name", name, "action", action()) : answer);
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "promote",
      description = "Go on past the present pause, hold or freeze.",
      mixinStandardHelpOptions = true)
  static final class Promote extends Action {
    @ArgGroup private Extent extent = new Extent();

    /** At most one of these. */
    static final class Extent {
      @Option(names = "--full", description = "Skip all remaining steps and analyses.")
      private boolean full;

      @Option(
          names = "--skip-current-step",
          description = "Skip the step under way, whatever it waits for.")
      private boolean currentStep;

      @Option(
          names = "--skip-all-steps",
          description = "Skip all remaining steps; background analysis still counts.")
      private boolean allSteps;
    }

    Promote() {
      super("promote");
    }

    @Override
    String action() {
      return extent.currentStep || extent.allSteps ? "skip" : "promote";
    }

    @Override
    void describe(Map<String, Object> request) {
      if (extent.currentStep || extent.allSteps) {
        request.put("all", extent.allSteps);
      } else {
        request.put("full", extent.full);
      }
    }
  }

  @Command(
      name = "abort",
      description = "Let the stable version serve all customers again, now.",
      mixinStandardHelpOptions = true)
  static final class Abort extends Action {
    Abort() {
      super("abort");
    }
  }

  @Command(
      name = "retry",
      description = "Begin the aborted update again.",
      mixinStandardHelpOptions = true)
  static final class Retry extends Action {
    Retry() {
      super("retry");
    }
  }

  @Command(
      name = "accept",
      description = "Watch the promoted version no longer: it stays.",
      mixinStandardHelpOptions = true)
  static final class Accept extends Action {
    Accept() {
      super("accept");
    }
  }

  @Command(
      name = "undo",
      description = "Make an earlier revision the wanted one; it is rolled out in steps too.",
      mixinStandardHelpOptions = true)
  static final class Undo extends Action {
    @Option(
        names = "--to-revision",
        paramLabel = "N",
        description = "The revision's number (default: the one before the present).")
    private @Nullable Integer toRevision;

    Undo() {
      super("undo");
    }

    @Override
    void describe(Map<String, Object> request) {
      if (toRevision != null) {
        request.put("toRevision", toRevision);
      }
    }
  }
}
