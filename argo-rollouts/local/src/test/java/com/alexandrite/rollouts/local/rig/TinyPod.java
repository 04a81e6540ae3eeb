package com.alexandrite.rollouts.local.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The smallest program that can be a pod: answers with its pod template hash, has readiness and
 * metrics as a real service, and obeys {@code ALEXANDRITE_DRILL}.
 */
public final class TinyPod {
  private static final double[] BOUNDS = {0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5};

  private final Map<String, String> environment;
  private final AtomicLong succeeded = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length);

  private TinyPod(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Starts; the ports come from the environment. */
  public static void main(String[] arguments) throws IOException {
    new TinyPod(System.getenv()).start();
  }

  /** The command that starts one. */
  public static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx32m",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        TinyPod.class.getName());
  }

  private void start() throws IOException {
    HttpServer customers = serve("SERVER_PORT");
    customers.createContext("/", this::answer);
    HttpServer management = serve("MANAGEMENT_SERVER_PORT");
    management.createContext("/actuator/health/readiness", exchange -> send(exchange, 200, "UP"));
    management.createContext("/actuator/prometheus", exchange -> send(exchange, 200, metrics()));
    customers.start();
    management.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> customers.stop(5)));
  }

  private HttpServer serve(String portVariable) throws IOException {
    int port = Integer.parseInt(environment.getOrDefault(portVariable, "0"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    String drill = environment.getOrDefault("ALEXANDRITE_DRILL", "");
    var random = ThreadLocalRandom.current();
    if (exchange.getRequestURI().getPath().equals("/slow")) {
      LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
    }
    if (drill.equals("latency") && random.nextDouble() < 0.6) {
      LockSupport.parkNanos(Duration.ofMillis(900).toNanos());
    }
    boolean fails = drill.equals("errors") && random.nextDouble() < 0.25;
    (fails ? failed : succeeded).incrementAndGet();
    count((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    send(
        exchange,
        fails ? 500 : 200,
        environment.getOrDefault("ALEXANDRITE_POD_TEMPLATE_HASH", "?"));
  }

  private void count(double seconds) {
    for (int i = 0; i < BOUNDS.length; i++) {
      if (seconds <= BOUNDS[i]) {
        buckets.incrementAndGet(i);
      }
    }
  }

  private String metrics() {
    long total = succeeded.get() + failed.get();
    var text = new StringBuilder();
    text.append("# TYPE http_server_requests_seconds histogram\n");
    for (int i = 0; i < BOUNDS.length; i++) {
      text.append("http_server_requests_seconds_bucket{status=\"200\",uri=\"/\",le=\"")
          .append(BOUNDS[i])
          .append("\"} ")
          .append(buckets.get(i))
          .append('\n');
    }
    text.append("http_server_requests_seconds_bucket{status=\"200\",uri=\"/\",le=\"+Inf\"} ")
        .append(total)
        .append("\nhttp_server_requests_seconds_count{status=\"200\",uri=\"/\"} ")
        .append(succeeded.get())
        .append("\nhttp_server_requests_seconds_count{status=\"500\",uri=\"/\"} ")
        .append(failed.get())
        .append('\n');
    return text.toString();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
