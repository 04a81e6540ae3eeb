package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Git hooks that tell the console of each commit and push. */
@Command(
    name = "hook",
    description = "Let git tell the console of each commit, merge and rebase.",
    mixinStandardHelpOptions = true,
    subcommands = {PreviewHook.Install.class, PreviewHook.Print.class})
final class PreviewHook implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  PreviewHook() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: install or print.");
  }

  @Command(
      name = "install",
      description = "Write the hooks of this clone; a hook of somebody else stays as it is.",
      mixinStandardHelpOptions = true)
  static final class Install implements Callable<Integer> {
    @Mixin private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
      Installation installation = Installation.current();
      HookInstallation hooks =
          new HookInstallation(new Git(installation.checkout()).hooks(), HookText.of(installation));
      HookInstallation.Result result = hooks.install();
      terminal.say("Installed in " + hooks.folder() + ": " + String.join(", ", result.installed()));
      for (String foreign : result.foreign()) {
        terminal.say(
            "There is a %s already; add this line to it:\n  %s".formatted(foreign, result.line()));
      }
      terminal.result(result);
      return result.foreign().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  @Command(
      name = "print",
      description = "Print the hooks, and the post-receive of a bare repository.",
      mixinStandardHelpOptions = true)
  static final class Print implements Callable<Integer> {
    @Mixin private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
      HookText text = HookText.of(Installation.current());
      Map<String, String> hooks = new LinkedHashMap<>();
      for (String name : HookInstallation.NAMES) {
        hooks.put(name, text.afterCommit());
      }
      hooks.put("post-receive", text.afterReceive());
      terminal.say("# " + String.join(", ", HookInstallation.NAMES));
      terminal.say(text.afterCommit());
      terminal.say("# post-receive of a bare repository");
      terminal.say(text.afterReceive());
      terminal.result(hooks);
      return CommandLine.ExitCode.OK;
    }
  }
}
