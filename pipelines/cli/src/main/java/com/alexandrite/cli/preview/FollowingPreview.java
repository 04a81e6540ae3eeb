package com.alexandrite.cli.preview;

import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleRefused;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows a preview until it is ready or failed, and tells each phase once. It asks again and
 * again, so that a restart of the console in between is just an answer that comes later.
 */
final class FollowingPreview {
  /** The console needs a moment until it has noticed what was asked for. */
  private static final Duration NOTICED = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Console console;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Beat beat;
  private String told = "";
  private boolean moved;

  FollowingPreview(Console console, Terminal terminal, InstantSource clock, Beat beat) {
    this.console = console;
    this.terminal = terminal;
    this.clock = clock;
    this.beat = beat;
  }

  /**
   * Waits for the end.
   *
   * @param fresh whether a preview that is ready already shows what was asked for
   * @throws CommandFailed when the console stays away, or knows the preview no longer
   */
  Preview toTheEnd(String name, Predicate<Preview> fresh) throws InterruptedException {
    Instant began = clock.instant();
    @Nullable Instant awaySince = null;
    while (true) {
      try {
        Preview now = new Preview(console.get(PreviewCalls.path(name)));
        awaySince = null;
        tell(now);
        if (atEnd(now, fresh, Duration.between(began, clock.instant()))) {
          return now;
        }
      } catch (ConsoleAway _) {
        awaySince = awaySince == null ? clock.instant() : awaySince;
        endure(awaySince);
      } catch (ConsoleRefused refused) {
        throw new CommandFailed(refused.explanation(), "./alexandrite preview list");
      }
      beat.await();
    }
  }

  /** The state from before the request is no answer to it. */
  private boolean atEnd(Preview now, Predicate<Preview> fresh, Duration waited) {
    boolean atRest = now.ready() || now.failed();
    moved |= !atRest && !now.asleep();
    return atRest && (moved || (now.ready() && fresh.test(now)) || waited.compareTo(NOTICED) >= 0);
  }

  private void tell(Preview now) {
    String line = now.phase() + now.message();
    if (!line.equals(told)) {
      told = line;
      String phase = now.phase().toLowerCase(Locale.ROOT);
      String message = now.message().isEmpty() ? usual(now.phase()) : now.message();
      terminal.progress(phase, message, Map.of("name", now.name(), "phase", now.phase()));
    }
  }

  private static String usual(String phase) {
    return switch (phase) {
      case "QUEUED" -> "waits for memory";
      case "BUILDING" -> "what changed is built";
      case "PREPARING" -> "databases, messages and flags of its own are made";
      case "STARTING", "WAKING" -> "its processes start";
      case "READY" -> "it answers";
      case "REMOVING" -> "it is being removed";
      default -> "";
    };
  }

  private void endure(Instant since) {
    if (Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0) {
      throw new CommandFailed(
          "The console does not answer.", "./alexandrite status; ./alexandrite up repairs it");
    }
  }
}
