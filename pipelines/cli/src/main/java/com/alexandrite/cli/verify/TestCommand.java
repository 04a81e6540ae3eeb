package com.alexandrite.cli.verify;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.platform.TestPackages;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.rollouts.conformance.VectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs every check, test and scenario. */
@Command(
    name = "test",
    description = {
      "Run every check and test, then the scenarios on a platform of their own.",
      "Ends with the line: N passed, N failed, N skipped."
    },
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "One test class by its simple name; * and #method as Maven reads them.")
  private @Nullable String only;

  @Option(names = "--faults", description = "Play the long fault scenarios too.")
  private boolean faults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the random order, to repeat an earlier run.")
  private @Nullable Long seed;

  @Option(
      names = "--conformance",
      paramLabel = "DIR",
      description = {
        "Run nothing but the recorded decisions of the real Argo Rollouts in the files below DIR",
        "(*.jsonl, *.jsonl.gz). Exit code 0: all of them equal, or otherwise on purpose."
      })
  private @Nullable Path conformance;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public TestCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    return conformance == null ? everything() : recorded(conformance);
  }

  private int recorded(Path folder) throws IOException {
    List<VectorFile> files = VectorFile.in(folder);
    if (files.isEmpty()) {
      String what = Files.isDirectory(folder) ? "no *.jsonl or *.jsonl.gz below " : "no folder ";
      throw new ParameterException(spec.commandLine(), "There is " + what + folder + ".");
    }
    boolean good = new ConformanceRun(terminal).run(files);
    return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private int everything() throws IOException, InterruptedException {
    long chosen = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
    Path checkout = Installation.current().checkout();
    TestPackages.ensure(checkout.resolve(".alexandrite/test/apt.log"), terminal);
    TestRun run =
        new TestRun(
            checkout, message -> terminal.progress("test", message), InstantSource.system());
    TestResult result = run.run(new TestRequest(only, faults, chosen));
    result.skipped().forEach(one -> terminal.say("skipped " + one.name() + ": " + one.why()));
    for (TestResult.Failure failure : result.failures()) {
      terminal.say(terminal.bad("FAILED  ") + failure.name() + ": " + failure.message());
      terminal.say("        read " + failure.log());
    }
    terminal.result(result);
    terminal.say(result.summary());
    return result.good() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
