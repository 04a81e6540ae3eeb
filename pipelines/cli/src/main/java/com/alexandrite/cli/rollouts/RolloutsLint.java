package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.rollouts.engine.lint.Finding;
import com.alexandrite.rollouts.engine.lint.Lint;
import com.alexandrite.rollouts.engine.lint.LintReport;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds in manifests what is accepted and yet does not do what was meant. */
@Command(
    name = "lint",
    description = {
      "Check Rollouts and AnalysisTemplates: thresholds that nothing reaches, conditions that abort"
          + " a healthy release for want of data, windows longer than the step, weights that the"
          + " pods can't give.",
      "A comment '# lint: allow RULE reason' above a line allows what is found there.",
      "Exit code 0: no error, perhaps warnings. 1: errors."
    },
    mixinStandardHelpOptions = true)
final class RolloutsLint implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files or folders; all of them together know their templates. Without any:"
              + " argo-rollouts/manifests.")
  private @Nullable List<Path> paths;

  @Option(
      names = "--requests-per-second",
      paramLabel = "N",
      description =
          "How many requests both versions get together; then weights too small for them are"
              + " found.")
  private @Nullable Double requestsPerSecond;

  @Override
  public Integer call() throws IOException {
    List<ManifestFile> files = ManifestPaths.read(paths());
    Double rate = requestsPerSecond;
    LintReport report =
        Lint.check(files, rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate));
    report.findings().forEach(this::tell);
    LintResult result = LintResult.of(report);
    terminal.say(
        result.passed() ? terminal.good(result.summary()) : terminal.bad(result.summary()));
    terminal.result(result);
    return result.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private List<Path> paths() {
    List<Path> given = paths;
    return given == null || given.isEmpty()
        ? List.of(Installation.current().checkout().resolve("argo-rollouts/manifests"))
        : given;
  }

  private void tell(Finding finding) {
    String word = finding.rule().severity().word();
    String shown = finding.fails() ? terminal.bad(word) : terminal.warning(word);
    terminal.say(
        "%s:%d: %s %s".formatted(finding.file(), finding.line(), shown, finding.rule().id()));
    terminal.say("    " + finding.problem());
    terminal.say("    " + terminal.dim(finding.advice()));
  }
}
