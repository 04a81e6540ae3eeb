package com.alexandrite.cli.verify;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.rollouts.conformance.Conformance;
import com.alexandrite.rollouts.conformance.VectorFile;
import com.alexandrite.rollouts.engine.conformance.FileReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Recorded decisions of the real Argo Rollouts, run through the engine and told file by file. */
final class ConformanceRun {

  private final Terminal terminal;

  ConformanceRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the files; tells whether every row is as recorded, or otherwise on purpose. */
  boolean run(List<VectorFile> files) throws IOException {
    List<FileReport> reports = new Conformance().run(files, this::tell);
    ConformanceResult result = ConformanceResult.of(reports);
    boolean good = reports.stream().allMatch(FileReport::good);
    terminal.say(good ? terminal.good(result.summary()) : terminal.bad(result.summary()));
    terminal.result(result);
    return good;
  }

  private void tell(FileReport report) {
    terminal.progress(
        "conformance",
        report.summary(),
        Map.of("file", report.file(), "total", report.total(), "equal", report.equal()));
    report
        .deviations()
        .forEach(row -> {
          terminal.say(terminal.bad("  DEVIATES ") + row.id());
          terminal.say("    expected " + row.expected());
          terminal.say("    actual   " + row.actual());
        });
    report.decided().forEach(row -> terminal.say("  decided  " + row.id() + ": " + row.reason()));
    report
        .notExecuted()
        .forEach((what, rows) ->
            terminal.say(terminal.warning("  not executed ") + what + " (" + rows + " rows)"));
  }
}
