package com.alexandrite.flags.testing.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one, and can be shut: what is connected breaks. */
public final class Door implements AutoCloseable {
  private final ServerSocket entry;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  /** An open door to a port of this machine. */
  public Door(int target) throws IOException {
    this.target = target;
    this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  /** The port before the door. */
  public int port() {
    return entry.getLocalPort();
  }

  /** Breaks what is connected, and lets nobody through. */
  public void shut() {
    shut = true;
    open.forEach(Door::end);
  }

  /** Lets everybody through. */
  public void reopen() {
    shut = false;
  }

  @Override
  public void close() throws IOException {
    entry.close();
    shut();
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
        // Closed, or the other side went away: the next one is let in all the same.
      }
    }
  }

  private void join(Socket client, Socket server) {
    open.add(client);
    open.add(server);
    Thread.ofVirtual().start(() -> copy(client, server));
    Thread.ofVirtual().start(() -> copy(server, client));
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

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone, which was wanted.
    }
  }
}
