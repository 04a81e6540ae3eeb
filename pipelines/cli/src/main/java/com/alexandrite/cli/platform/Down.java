package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.BackingServer;
import com.alexandrite.environment.local.SupervisorGuard;
import com.alexandrite.environment.process.Orphans;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code down}: no process stays; with {@code --erase} no data either. */
@Command(
    name = "down",
    description = "Stop every process of the platform.",
    mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> HOLD_PREVIEWS = List.of("postgres", "rabbitmq", "redis", "s3");

  @Mixin private final Terminal terminal = new Terminal();

  @Option(
      names = "--erase",
      description = "Delete all data, secrets, logs and built versions, too.")
  private boolean erase;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var installation = Installation.current();
    var platform = Platform.of(installation);
    stop(platform);
    if (erase) {
      new Erasing(installation.home(), installation.checkout()).erase();
      terminal.progress("erase", "data, secrets, logs and built versions are gone");
      tellWhatOthersKeep(platform);
    }
    terminal.say(terminal.good("Down."));
    terminal.result(Map.of("healthy", false, "components", List.of(), "erased", erase));
    return 0;
  }

  /**
   * Users before what they use: the console would start pods again, pods would miss their servers.
   */
  private void stop(Platform platform) throws IOException {
    if (!platform.host().wanted().isEmpty() || !platform.host().observe().isEmpty()) {
      platform.supervisor().ensureRunning(Platform.ownClassPath());
    }
    stop(platform, "the console", spec -> isGuard(spec) || spec.name().equals("console"));
    stop(platform, "services", spec -> spec.kind() != ProcessKind.BACKING);
    stop(platform, "backing servers", spec -> true);
    platform.supervisor().stop();
    if (!Waiting.until(() -> platform.supervisor().running().isEmpty(), LIMIT)) {
      throw new CommandFailed("the supervisor does not end", "kill it by its pid, see status");
    }
    Orphans.kill(platform.installation().home().path());
  }

  /** Servers that are not the platform's own are not emptied: others may use them, too. */
  private void tellWhatOthersKeep(Platform platform) {
    List<String> own = platform.servers().own().stream().map(BackingServer::name).toList();
    List<String> others = HOLD_PREVIEWS.stream().filter(name -> !own.contains(name)).toList();
    if (!others.isEmpty()) {
      terminal.progress(
          "erase",
          ("%s are yours and keep what previews had there (names that begin with pv_, preview- or"
                  + " previews/); ./alexandrite preview delete removes it before a down")
              .formatted(String.join(", ", others)));
    }
  }

  private static boolean isGuard(ProcessSpec spec) {
    return spec.name().equals(SupervisorGuard.NAME);
  }

  private void stop(Platform platform, String what, Predicate<ProcessSpec> which) {
    List<String> names =
        platform.host().wanted().values().stream().filter(which).map(ProcessSpec::name).toList();
    if (!names.isEmpty()) {
      terminal.progress("stop", what);
    }
    names.forEach(platform.host()::unwant);
    boolean gone =
        Waiting.until(
            () -> platform.host().observe().keySet().stream().noneMatch(names::contains), LIMIT);
    if (!gone) {
      throw new CommandFailed("not all of these end: " + names, "./alexandrite status");
    }
  }
}
