package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs}: the end of a component's log, and what comes. */
@Command(
    name = "logs",
    description = "Show the log of a component.",
    mixinStandardHelpOptions = true)
public final class Logs implements Callable<Integer> {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      paramLabel = "NAME",
      description = "As in status; a beginning such as shop is enough.")
  private String name;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with new lines until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      description = "So many lines at first (default: 100).")
  private int lines = 100;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public Logs() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = newestMatching(Installation.current().home().resolve("logs"));
    terminal.result(
        Map.of("log", log.toString(), "lines", LogTail.of(log, lines).lines().toList()));
    terminal.say(LogTail.of(log, lines));
    if (follow) {
      follow(log);
    }
    return 0;
  }

  /** Of several pods, the one that wrote last. */
  private Path newestMatching(Path folder) throws IOException {
    Path exact = folder.resolve(name + ".log");
    if (Files.exists(exact)) {
      return exact;
    }
    List<Path> all;
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      all = files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
    return all.stream()
        .filter(file -> file.getFileName().toString().startsWith(name))
        .max(java.util.Comparator.comparingLong(file -> file.toFile().lastModified()))
        .orElseThrow(() -> unknown(all));
  }

  private CommandFailed unknown(List<Path> all) {
    List<String> names =
        all.stream().map(file -> file.getFileName().toString().replace(".log", "")).toList();
    return new CommandFailed("nothing called " + name + " has a log", "choose one of " + names);
  }

  private void follow(Path log) throws IOException, InterruptedException {
    try (var reader = new RandomAccessFile(log.toFile(), "r")) {
      long shown = reader.length();
      while (true) {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        long length = reader.length();
        if (length < shown) {
          // Emptied at its cap: everything in it is new.
          shown = 0;
        }
        byte[] fresh = new byte[(int) Math.min(length - shown, 1 << 20)];
        reader.seek(shown);
        reader.readFully(fresh);
        shown += fresh.length;
        System.out.print(new String(fresh, StandardCharsets.UTF_8));
        System.out.flush();
      }
    }
  }
}
