package com.alexandrite.perf.edge;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients on connections that they keep; each asks again as soon as it has its answer. */
final class Load {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: shop.localhost\r\nAccept: */*\r\nUser-Agent: measure\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 4_000_000;

  private Load() {}

  /**
   * What a round came to.
   *
   * @param medianMs half of the requests took no longer
   * @param p99Ms only one in a hundred took longer
   */
  record Round(double perSecond, double medianMs, double p99Ms) {}

  private static double milliseconds(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }

  static Round run(int port, int clients, Duration time)
      throws InterruptedException, ExecutionException {
    try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      List<Callable<long[]>> work = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        work.add(() -> ask(port, end));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> client : executor.invokeAll(work)) {
        all.add(client.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long[] latencies = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Round(
          latencies.length / seconds, milliseconds(latencies, 0.5), milliseconds(latencies, 0.99));
    }
  }

  private static long[] ask(int port, long end) throws IOException {
    long[] latencies = new long[1024];
    int count = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (long now = System.nanoTime(); now < end && count < MOST; ) {
        socket.getOutputStream().write(REQUEST);
        readAnswer(in);
        long answered = System.nanoTime();
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, count * 2);
        }
        latencies[count++] = answered - now;
        now = answered;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answered " + status);
    }
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.equalsIgnoreCase("connection: close")) {
        throw new IOException("the connection is not kept");
      }
    }
    in.skipNBytes(2);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(32);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
