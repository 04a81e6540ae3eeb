package com.alexandrite.kit.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A door before the broker that a test can shut: connections break, and new ones are refused. */
public final class BrokerDoor implements Closeable {

  private final ServerSocket entry;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean shut;

  public BrokerDoor() {
    try {
      entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BrokerDoor leadingTo(int port) {
    target = port;
    Thread.ofVirtual().start(this::acceptAll);
    return this;
  }

  public int port() {
    return entry.getLocalPort();
  }

  public void shut() {
    shut = true;
    open.forEach(BrokerDoor::closeQuietly);
  }

  public void reopen() {
    shut = false;
  }

  private void acceptAll() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        if (shut) {
          client.close();
        } else {
          join(client, new Socket(InetAddress.getLoopbackAddress(), target));
        }
      } catch (IOException _) {
        // The test ended, or the other side went away: the next one is accepted all the same.
      }
    }
  }

  private void join(Socket client, Socket broker) {
    open.add(client);
    open.add(broker);
    Thread.ofVirtual().start(() -> copy(client, broker));
    Thread.ofVirtual().start(() -> copy(broker, client));
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException _) {
      // Broken on purpose.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone, which was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
    shut();
  }
}
