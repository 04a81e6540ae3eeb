package com.alexandrite.cli.preview;

import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The end of a log of a preview, and what comes. */
@Command(
    name = "logs",
    description = "Show the log of a service in a preview.",
    mixinStandardHelpOptions = true)
final class PreviewLogs implements Callable<Integer> {
  private static final Beat BEAT = Beat.every(Duration.ofMillis(500));

  /** More lines than a service writes between two looks. */
  private static final int WINDOW = 2000;

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(index = "0", paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "Such as shop (default: the first that is the branch's).")
  private @Nullable String service;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with new lines until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      description = "So many lines at first (default: ${DEFAULT-VALUE}).")
  private int lines = 100;

  @SuppressWarnings("NullAway.Init")
  PreviewLogs() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls calls = PreviewCalls.current();
    Preview preview = calls.find(name);
    String of = service == null ? first(preview) : service;
    List<String> shown = calls.log(preview.name(), of, lines);
    shown.forEach(terminal::say);
    if (follow) {
      shown.forEach(this::tellProgram);
      follow(calls, preview.name(), of);
    }
    terminal.result(Map.of("name", preview.name(), "service", of, "lines", shown));
    return CommandLine.ExitCode.OK;
  }

  private static String first(Preview preview) {
    return preview.services().stream()
        .map(Preview.Service::name)
        .findFirst()
        .orElseThrow(() ->
            new CommandFailed(
                preview.name() + " has no service yet.",
                "./alexandrite preview show " + preview.name()));
  }

  private void follow(PreviewCalls calls, String preview, String of) throws InterruptedException {
    List<String> before = calls.log(preview, of, WINDOW);
    while (!Thread.currentThread().isInterrupted()) {
      BEAT.await();
      List<String> now = calls.log(preview, of, WINDOW);
      for (String line : added(before, now)) {
        terminal.say(line);
        tellProgram(line);
      }
      before = now;
    }
  }

  private void tellProgram(String line) {
    if (terminal.json()) {
      terminal.progress("log", line);
    }
  }

  /** The lines of the later look that the earlier one does not end with. */
  static List<String> added(List<String> before, List<String> now) {
    for (int from = 0; from < before.size(); from++) {
      List<String> kept = before.subList(from, before.size());
      if (kept.size() <= now.size() && kept.equals(now.subList(0, kept.size()))) {
        return now.subList(kept.size(), now.size());
      }
    }
    return now;
  }
}
