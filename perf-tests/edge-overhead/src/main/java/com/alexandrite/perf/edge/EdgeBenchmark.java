package com.alexandrite.perf.edge;

import com.alexandrite.environment.haproxy.AdminSocket;
import com.alexandrite.environment.local.HaproxyServer;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Requests a second and their latency, straight to a service and through the edge that splits them
 * between two revisions, 75 to 25. Client, edge and services are processes of their own that share
 * the machine's processors; rounds with and without the edge take turns, so that both meet the same
 * machine. The median of the rounds counts.
 */
public final class EdgeBenchmark implements AutoCloseable {
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 3));
  private static final int CLIENTS = 16;

  private final Path folder = Files.createTempDirectory("edge");
  private final List<Process> processes = new ArrayList<>();
  private final int edge;
  private final int direct;

  private EdgeBenchmark(Duration work) throws IOException {
    direct = startServer(work);
    int second = startServer(work);
    edge = startEdge(direct, second);
  }

  /** Measures with a service that works for five milliseconds, then with one that does nothing. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    System.out.println("| work | way | requests/s | p50 | p99 |");
    System.out.println("|---|---|---|---|---|");
    for (int millis : new int[] {5, 0}) {
      try (var benchmark = new EdgeBenchmark(Duration.ofMillis(millis))) {
        benchmark.measure(millis);
      }
    }
    System.out.println("load average: " + Files.readString(Path.of("/proc/loadavg")).strip());
  }

  private void measure(int millis) throws InterruptedException, ExecutionException {
    Load.run(direct, CLIENTS, ROUND);
    Load.run(edge, CLIENTS, ROUND);
    List<Load.Round> straight = new ArrayList<>();
    List<Load.Round> through = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      straight.add(Load.run(direct, CLIENTS, ROUND));
      through.add(Load.run(edge, CLIENTS, ROUND));
    }
    Load.Round without = median(straight);
    Load.Round with = median(through);
    print(millis + " ms", "straight", without);
    print(millis + " ms", "through the edge", with);
    System.out.printf(
        "overhead: %.1f %% of requests/s%n", 100 * (1 - with.perSecond() / without.perSecond()));
  }

  private static Load.Round median(List<Load.Round> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Load.Round::perSecond))
        .toList()
        .get(rounds.size() / 2);
  }

  private static void print(String work, String way, Load.Round round) {
    System.out.printf(
        "| %s | %s | %.0f | %.2f ms | %.2f ms |%n",
        work, way, round.perSecond(), round.medianMs(), round.p99Ms());
  }

  private int startServer(Duration work) throws IOException {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                BusyServer.class.getName(),
                Long.toString(work.toNanos() / 1000))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    processes.add(server);
    var output =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    return Integer.parseInt(Objects.requireNonNull(output.readLine(), "the server did not start"));
  }

  private int startEdge(int stable, int canary) throws IOException {
    Home home = new Home(folder);
    Ports ports = Ports.of(home, false);
    var server = new HaproxyServer(home, ports);
    server.prepare();
    processes.add(
        new ProcessBuilder(server.spec().command())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("haproxy.log").toFile())
            .start());
    while (Ports.isFree(ports.get("edge"))) {
      Thread.onSpinWait();
    }
    var socket = new AdminSocket(HaproxyServer.adminSocket(home), Duration.ofSeconds(2));
    serve(socket, "shop1", stable, 75);
    serve(socket, "shop2", canary, 25);
    return ports.get("edge");
  }

  private static void serve(AdminSocket socket, String slot, int port, int weight) {
    String server = "set server be_shop/" + slot;
    socket.send(server + " addr 127.0.0.1 port " + port);
    socket.send(server + " check-port " + port);
    socket.send(server + " weight " + weight);
    socket.send(server + " state ready");
  }

  @Override
  public void close() throws IOException {
    processes.forEach(Process::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
