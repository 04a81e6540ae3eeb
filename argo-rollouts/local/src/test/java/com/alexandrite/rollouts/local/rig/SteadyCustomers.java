package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Customers who come at a steady rate: most on a connection that they keep, some on a new one for
 * each request. They ask nothing twice: what breaks off is seen, which a library's client hides.
 */
public final class SteadyCustomers implements AutoCloseable {
  private static final int KEEPING = 8;
  private static final int RENEWING = 2;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger served = new AtomicInteger();
  private final int port;
  private volatile boolean coming = true;

  public SteadyCustomers(int port, int perSecond) {
    this.port = port;
    long pause = Duration.ofSeconds(1).toNanos() * (KEEPING + RENEWING) / perSecond;
    for (int i = 0; i < KEEPING + RENEWING; i++) {
      boolean keeps = i < KEEPING;
      executor.execute(() -> come(keeps, pause));
    }
  }

  /** Waits until so many more requests were answered or failed. */
  public void awaitMore(int requests) {
    int goal = served.get() + requests;
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> served.get() >= goal);
  }

  public void stop() {
    coming = false;
    executor.close();
  }

  /** By the text of the server. */
  public Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }

  public Queue<String> failures() {
    return failures;
  }

  private void come(boolean keeps, long pause) {
    Connection connection = null;
    long next = System.nanoTime();
    for (int i = 0; coming; i++) {
      LockSupport.parkNanos(next - System.nanoTime());
      // Who comes late does not make up for it: the rate is a rate, not a sum.
      next = Math.max(next + pause, System.nanoTime());
      connection = ask(connection, i % 3 == 0);
      if (connection != null && !keeps) {
        connection.close();
        connection = null;
      }
    }
    if (connection != null) {
      connection.close();
    }
  }

  /** The connection for the next request; null if it needs a new one. */
  private @Nullable Connection ask(@Nullable Connection kept, boolean staff) {
    try {
      Connection connection = kept == null ? new Connection(port) : kept;
      Answer answer = connection.ask(staff ? "X-Staff: yes\r\n" : "");
      if (answer.status() == 200) {
        answers.merge(answer.body(), 1, Integer::sum);
      } else {
        failures.add("status " + answer.status());
      }
      if (answer.last()) {
        connection.close();
        return null;
      }
      return connection;
    } catch (IOException e) {
      failures.add((kept == null ? "new connection: " : "kept connection: ") + e);
      return null;
    } finally {
      served.incrementAndGet();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * @param last whether the server closes after it
   */
  private record Answer(int status, String body, boolean last) {}

  /** HTTP/1.1 as far as it is needed. */
  private static final class Connection {
    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      in = new BufferedInputStream(socket.getInputStream());
    }

    Answer ask(String header) throws IOException {
      String request = "GET / HTTP/1.1\r\nHost: shop.localhost\r\n" + header + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      int status = Integer.parseInt(line().split(" ", -1)[1]);
      List<String> headers = new ArrayList<>();
      for (String next = line(); !next.isEmpty(); next = line()) {
        headers.add(next.toLowerCase(Locale.ROOT));
      }
      int length =
          headers.stream()
              .filter(next -> next.startsWith("content-length:"))
              .mapToInt(next -> Integer.parseInt(next.substring(15).strip()))
              .findFirst()
              .orElse(0);
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return new Answer(status, body, headers.contains("connection: close"));
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("closed after '" + line + "'");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
