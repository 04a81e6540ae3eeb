package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.local.HaproxyServer;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.rollouts.local.haproxy.HaproxyRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real HAProxy with the configuration that the platform gives it, in a home of its own: a
 * request for no known host is the Shop's.
 */
public final class RunningHaproxy implements AutoCloseable {
  private final Home home;
  private final Ports ports;
  private final HaproxyServer server;
  private Process process;

  public RunningHaproxy(Path folder) throws IOException {
    home = new Home(folder);
    ports = Ports.of(home, false);
    server = new HaproxyServer(home, ports);
    server.prepare();
    process = start(List.of());
  }

  public Path socket() {
    return HaproxyServer.adminSocket(home);
  }

  public Path stateFile() {
    return socket().resolveSibling("state");
  }

  public HaproxyRuntime runtime() {
    return new HaproxyRuntime(socket(), stateFile(), HaproxyServer.headerRoutes(home));
  }

  public int port() {
    return ports.get("edge");
  }

  /** As `kill -9`. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  public void restart() throws IOException {
    process = start(List.of());
  }

  /** A new process takes the listening sockets over; the old one ends when its work is done. */
  public void reload() throws IOException {
    Process old = process;
    process = start(List.of("-x", socket().toString(), "-sf", Long.toString(old.pid())));
    old.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }

  private Process start(List<String> more) throws IOException {
    List<String> command = new ArrayList<>(server.spec().command());
    command.addAll(more);
    var log = home.resolve("haproxy.log").toFile();
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    await().atMost(Duration.ofSeconds(10)).until(this::answers);
    return started;
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
