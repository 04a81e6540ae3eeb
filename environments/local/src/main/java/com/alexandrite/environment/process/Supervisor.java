package com.alexandrite.environment.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon that owns the processes of one home folder. It needs nobody: the command line, the
 * console and the supervisor itself may die and come back, what runs goes on running and is
 * adopted.
 *
 * <p>SIGTERM ends the supervisor alone, never its processes; {@code down} unwants them first.
 */
public final class Supervisor {

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration ROUND = Duration.ofMillis(100);
  private static final int ROUNDS_PER_LOG_CHECK = 100;
  private static final long MAX_LOG_BYTES = 20L << 20;

  /** Option with the pid of the process whose end ends everything. */
  static final String WHILE = "--while";

  private final Path home;
  private final @Nullable ProcessIdentity companion;
  private final CountDownLatch stop = new CountDownLatch(1);

  private Supervisor(Path home, @Nullable ProcessIdentity companion) {
    this.home = home;
    this.companion = companion;
  }

  /**
   * Runs until SIGTERM, or until the home folder, which is the first argument, is gone; {@code
   * --while PID} ends all of it together with that process.
   */
  public static void main(String[] arguments) throws IOException {
    boolean accompanied = arguments.length > 2 && arguments[1].equals(WHILE);
    var companion =
        accompanied ? ProcessIdentity.of(Long.parseLong(arguments[2])).orElseThrow() : null;
    var supervisor = new Supervisor(Path.of(arguments[0]).toAbsolutePath(), companion);
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor.stop::countDown));
    supervisor.run();
  }

  private void run() throws IOException {
    Path file = home.resolve("processes/supervisor.lock");
    Files.createDirectories(file.getParent());
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        log.info("another supervisor already owns {}", home);
        return;
      }
      announce();
      supervise(OwnHome.of(home, file));
    }
  }

  private void announce() {
    SupervisorDaemon.files(home)
        .write(
            SupervisorDaemon.NAME, ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());
  }

  private void supervise(OwnHome own) {
    try (var prober = new NetworkProber()) {
      var supervision =
          new Supervision(home, new UnixMachine(home), prober, InstantSource.system());
      var logs = new LogCap(home.resolve("logs"), MAX_LOG_BYTES);
      supervision.adopt();
      boolean ended = false;
      String said = "";
      for (int round = 1; !ended && !stopped(); round++) {
        try {
          ended = isOver(own) ? supervision.endAll() : goOn(supervision, logs, round);
          if (round % ROUNDS_PER_LOG_CHECK == 0) {
            said = "";
          }
        } catch (IOException | RuntimeException e) {
          // A full disk, say: the processes go on, and the next round may find it mended.
          if (!said.equals(e.toString())) {
            log.error("round failed", e);
          }
          said = e.toString();
        }
      }
      if (ended) {
        leave(own);
      }
    }
  }

  private static boolean goOn(Supervision supervision, LogCap logs, int round) throws IOException {
    supervision.tick();
    if (round % ROUNDS_PER_LOG_CHECK == 0) {
      logs.apply();
    }
    return false;
  }

  /** Whether there is nobody left whom it could serve; it never becomes untrue again. */
  private boolean isOver(OwnHome own) throws IOException {
    return (companion != null && !companion.isAlive()) || own.gone();
  }

  /** A home that lives as long as somebody goes with him; whatever becomes of it, this ends. */
  private void leave(OwnHome own) {
    if (companion == null) {
      return;
    }
    try {
      own.delete();
    } catch (IOException | UncheckedIOException e) {
      log.warn("{} can not be deleted, or somebody else does", home, e);
    }
  }

  private boolean stopped() {
    try {
      return stop.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
