package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
   * Runs until SIGTERM. The first argument is the home folder; {@code --while PID} ends all of it
   * together with that process.
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
    Files.createDirectories(home.resolve("processes"));
    try (var channel =
            FileChannel.open(
                home.resolve("processes/supervisor.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        log.info("another supervisor already owns {}", home);
        return;
      }
      announce();
      supervise();
    }
  }

  private void announce() {
    SupervisorDaemon.files(home)
        .write(
            SupervisorDaemon.NAME, ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());
  }

  private void supervise() {
    try (var prober = new NetworkProber()) {
      var supervision =
          new Supervision(home, new UnixMachine(home), prober, InstantSource.system());
      var logs = new LogCap(home.resolve("logs"), MAX_LOG_BYTES);
      supervision.adopt();
      String said = "";
      for (int round = 1; !stopped(); round++) {
        try {
          supervision.tick();
          if (companion != null && !companion.isAlive() && endAll(supervision)) {
            return;
          }
          if (round % ROUNDS_PER_LOG_CHECK == 0) {
            logs.apply();
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
    }
  }

  /** Whether everything has ended; until then each round asks again. */
  private boolean endAll(Supervision supervision) throws IOException {
    if (!supervision.unwantAll()) {
      return false;
    }
    deleteHome();
    return true;
  }

  private void deleteHome() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
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
