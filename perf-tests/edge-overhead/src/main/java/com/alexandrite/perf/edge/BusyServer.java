package com.alexandrite.perf.edge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that works on each request for a fixed time, in a process of its own. The work takes
 * time but no processor: what is measured is what lies between the client and the service.
 */
public final class BusyServer {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  private BusyServer() {}

  /**
   * Serves until the process is ended; prints its port.
   *
   * @param arguments how long a request takes, in microseconds
   */
  public static void main(String[] arguments) throws IOException {
    Duration work = Duration.ofNanos(Long.parseLong(arguments[0]) * 1000);
    try (var server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      while (!server.isClosed()) {
        Socket customer = server.accept();
        Thread.ofVirtual().start(() -> serve(customer, work));
      }
    }
  }

  private static void serve(Socket customer, Duration work) {
    try (customer) {
      customer.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(customer.getInputStream());
      OutputStream out = customer.getOutputStream();
      while (readHead(in)) {
        if (work.isPositive()) {
          LockSupport.parkNanos(work.toNanos());
        }
        out.write(ANSWER);
      }
    } catch (IOException e) {
      // Whoever measures breaks off at the end of a round.
      System.err.println("a connection ended: " + e.getMessage());
    }
  }

  /** A request without a body ends with the first empty line; false at the end. */
  private static boolean readHead(InputStream in) throws IOException {
    int lineLength = 0;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        if (lineLength == 0) {
          return true;
        }
        lineLength = 0;
      } else if (c != '\r') {
        lineLength++;
      }
    }
    return false;
  }
}
