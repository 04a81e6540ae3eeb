package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.source.Git;
import com.alexandrite.flags.definitions.CodeUses;
import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.definitions.FlagDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the flags of this checkout against the rules of their life. */
@Command(
    name = "check",
    description = {
      "Check the flags' definitions and uses: bad definitions, expired flags, keys without a"
          + " definition, definitions without a use, flags that are long decided.",
      "Exit code 0: no error, perhaps warnings. 1: errors."
    },
    mixinStandardHelpOptions = true)
final class FlagsCheck implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(FlagsCheck.class);

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Path checkout = installation.checkout();
    FlagDefinitions.Reading reading = DefinitionFolder.read(checkout);
    SettledFlags settled = settled(installation);
    Lifecycle lifecycle = new Lifecycle(InstantSource.system().instant(), settled);
    List<Finding> findings = lifecycle.check(reading, CodeUses.in(checkout));
    CheckResult result =
        CheckResult.of(reading.definitions().flags().size(), settled.origin(), findings);
    findings.forEach(this::tell);
    terminal.say(
        result.passed() ? terminal.good(result.summary()) : terminal.bad(result.summary()));
    terminal.result(result);
    return result.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** The flag server knows what was switched; without one the definitions have to do. */
  private static SettledFlags settled(Installation installation) throws InterruptedException {
    SettledFlags defined = new SettledInDefinitions(new Git(installation.checkout()));
    if (!Files.exists(installation.home().resolve("ports.json"))) {
      return defined; // Nothing ever ran here, and asking would choose ports.
    }
    try {
      return SettledOnServer.of(Console.of(installation).flags());
    } catch (IOException | ConsoleRefused away) {
      log.debug("no flag server: {}", away.getMessage());
      return defined;
    }
  }

  private void tell(Finding finding) {
    String word = finding.severity().word();
    String shown = finding.fails() ? terminal.bad(word) : terminal.warning(word);
    terminal.say(
        "%s:%d: %s: %s".formatted(finding.file(), finding.line(), shown, finding.message()));
  }
}
