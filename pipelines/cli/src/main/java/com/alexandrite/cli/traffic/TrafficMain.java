package com.alexandrite.cli.traffic;

import com.alexandrite.environment.process.FileProcessHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The process that plays the customers; {@code alexandrite traffic start} starts it. Arguments:
 * folder, port of the edge, requests per second, seconds. The password of the demo customers comes
 * by the environment, as arguments can be read by every user of the machine.
 */
public final class TrafficMain {
  private TrafficMain() {}

  /**
   * Plays until the time is over or the process is told to end.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]);
    Traffic traffic =
        new Traffic(
            home.resolve("traffic"),
            Double.parseDouble(arguments[2]),
            Duration.ofSeconds(Long.parseLong(arguments[3])),
            InstantSource.system());
    endWithLastReport(traffic, Thread.currentThread());
    String password = Objects.requireNonNullElse(System.getenv(PlayedCustomers.PASSWORD), "");
    traffic.play(Integer.parseInt(arguments[1]), password);
    // Otherwise the supervisor would take the end for a crash and begin anew.
    new FileProcessHost(home).unwant(PlayedCustomers.PROCESS);
  }

  private static void endWithLastReport(Traffic traffic, Thread player) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              traffic.stop();
              try {
                player.join(Duration.ofSeconds(2));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            }));
  }
}
